MATCH (w:Writer) RETURN w.name AS name
UNION
MATCH (:Person)-[:KNOWS]->(p) RETURN p.name AS name
