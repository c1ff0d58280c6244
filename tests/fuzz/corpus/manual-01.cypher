MATCH (p:Person) WHERE p.born < $year AND p.name IN $names RETURN p.name
