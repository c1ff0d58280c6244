MATCH (mary {name: 'Mary'}), (charles {name: 'Charles'})
MATCH p = shortestPath((mary)-[*]-(charles))
RETURN length(p) AS steps
