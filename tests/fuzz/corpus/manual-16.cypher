MATCH (p:Person)-[:LIVES_IN]->(place) RETURN place.name, count(*) AS people, min(p.born) AS first
