MATCH (a:Person)-[:LIVES_IN]->(place)<-[:LIVES_IN]-(b:Person)
WHERE a.name < b.name
RETURN a.name, b.name, place.name
