MATCH (:Person {name: 'Ada'})-[r:KNOWS|LIVES_IN]->(other) RETURN type(r), other.name
