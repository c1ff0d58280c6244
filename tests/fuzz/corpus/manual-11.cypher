MATCH (p:Person) WHERE NOT (p)-[:LIVES_IN]->() RETURN p.name
