MATCH (p:Person)
RETURN p.name, CASE WHEN p.born < 1790 THEN 'old' WHEN p.born < 1800 THEN 'middle' ELSE 'young' END AS age,
       CASE p.name WHEN 'Ada' THEN 1 END AS first
ORDER BY p.name
