Feature: Expressions

  Scenario Outline: An expression and its value
    Given parameters are:
      | list | [1, 2, 3]       |
      | map  | {k: 'v', n: null} |
    When executing query:
      """
      RETURN <expression> AS value
      """
    Then the result should be, in any order:
      | value   |
      | <value> |
    And no side effects

    Examples:
      | expression                                              | value             |
      | 1 + 2 * 3 ^ 2                                           | 19.0              |
      | -3 ^ 2                                                  | 9.0               |
      | 7 / 2                                                   | 3                 |
      | -7 % 3                                                  | -1                |
      | 7.0 / 2                                                 | 3.5               |
      | 1 < 2 < 3                                               | true              |
      | 1 < 3 < 2                                               | false             |
      | null = null                                             | null              |
      | null AND false                                          | false             |
      | null OR true                                            | true              |
      | null XOR true                                           | null              |
      | NOT null                                                | null              |
      | 1 = 1.0                                                 | true              |
      | 'a' < 1                                                 | null              |
      | [1, null] = [1, 2]                                      | null              |
      | {a: 1} = {a: 1.0}                                       | true              |
      | 3 IN $list                                              | true              |
      | null IN $list                                           | null              |
      | 4 IN [1, null]                                          | null              |
      | $list[0] + $list[-1]                                    | 4                 |
      | $list[5]                                                | null              |
      | $list[1..]                                              | [2, 3]            |
      | $list[..-1]                                             | [1, 2]            |
      | $map.k                                                  | 'v'               |
      | $map['k']                                               | 'v'               |
      | keys($map)                                              | ['k', 'n']        |
      | 'Straße' STARTS WITH 'Stra'                             | true              |
      | 'abc' CONTAINS 'd'                                      | false             |
      | 'abc' ENDS WITH null                                    | null              |
      | 'abc' =~ 'a.c'                                          | true              |
      | 'abc' =~ 'b'                                            | false             |
      | toUpper('straße')                                       | 'STRASSE'         |
      | size('né🧐')                                            | 3                 |
      | substring('abcdef', 2, 3)                               | 'cde'             |
      | split('a,b,,c', ',')                                    | ['a', 'b', '', 'c'] |
      | [x IN range(1, 4) WHERE x % 2 = 0 \| x * x]             | [4, 16]           |
      | reduce(s = '', x IN $list \| s + x)                     | '123'             |
      | all(x IN [] WHERE x)                                    | true              |
      | any(x IN [null] WHERE x)                                | null              |
      | single(x IN $list WHERE x > 2)                          | true              |
      | CASE WHEN null THEN 1 WHEN true THEN 2 END              | 2                 |
      | CASE 3 WHEN 1 THEN 'a' ELSE 'b' END                     | 'b'               |
      | coalesce(null, $map.n, 5)                               | 5                 |
      | toInteger('12') + toInteger('x')                        | null              |
      | toString(1.0) + toString(true)                          | '1.0true'         |
      | [1, 2] + 3 + [4]                                        | [1, 2, 3, 4]      |
      | {a: 1} IS NULL                                          | false             |
      | 0x10 + 0o10                                             | 24                |

  Scenario Outline: Time
    When executing query:
      """
      RETURN <expression> AS value
      """
    Then the result should be, in any order:
      | value   |
      | <value> |

    Examples:
      | expression                                                     | value                       |
      | date('2023-09-19')                                             | '2023-09-19'                |
      | date({year: 2020, week: 1})                                    | '2019-12-30'                |
      | date('2020-02-29') + duration({years: 1})                      | '2021-02-28'                |
      | date('2023-09-19') < date('2023-10-01')                        | true                        |
      | date('2023-09-19').quarter                                     | 3                           |
      | localdatetime('2020-01-01T10:00').hour                         | 10                          |
      | duration('P1Y2M3DT4H5M6.5S')                                   | 'P1Y2M3DT4H5M6.5S'          |
      | duration.between(date('2020-01-31'), date('2020-03-01'))       | 'P1M1D'                     |
      | duration.inDays(date('2020-01-01'), date('2020-03-01'))        | 'P60D'                      |
      | date.truncate('month', date('2020-02-29'))                     | '2020-02-01'                |
      | toString(localtime('12:31:14.645'))                            | '12:31:14.645'              |
