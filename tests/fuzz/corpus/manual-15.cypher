MATCH (:Person)-[:LIVES_IN]->(place) RETURN DISTINCT place.name AS place
