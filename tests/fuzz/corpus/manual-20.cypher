MATCH (place:Place)
CALL (place) { MATCH (p)-[:LIVES_IN]->(place) RETURN p.name AS name ORDER BY name LIMIT 1 }
RETURN place.name, name
