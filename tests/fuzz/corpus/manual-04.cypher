MATCH (p:Person) RETURN p.name, p:Writer AS writes ORDER BY p.name LIMIT 2
