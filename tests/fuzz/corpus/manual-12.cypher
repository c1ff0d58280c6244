MATCH (p:Writer) OPTIONAL MATCH (p)-[:LIVES_IN]->(place) RETURN p.name, place.name
