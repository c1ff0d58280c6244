MATCH (p:Person WHERE p.born > 1795)-[k:KNOWS WHERE k.since < 1820]->(q) RETURN p.name, q.name
