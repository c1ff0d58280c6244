MATCH (mary {name: 'Mary'}), (charles {name: 'Charles'})
MATCH p = allShortestPaths((mary)-[:KNOWS|PARENT_OF*]-(charles))
RETURN count(p) AS paths, length(p) AS steps
