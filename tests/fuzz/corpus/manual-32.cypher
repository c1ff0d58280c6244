MATCH (p:Person {name: 'Ada'})-[:LIVES_IN]->(place)
WITH p, place.name AS home
RETURN p {.name, .died, age: 1852 - p.born, home} AS ada, p {.*} AS all
