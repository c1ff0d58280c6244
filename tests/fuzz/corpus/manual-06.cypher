MATCH (:Person {name: 'Ada'})-[path:LIVES_IN|LOCATED_IN*1..2]->(place) RETURN place.name, size(path) AS steps
