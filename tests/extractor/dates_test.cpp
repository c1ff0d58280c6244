#include <catch2/catch.hpp>

#include <attest/extractor/dates.hpp>
#include <attest/extractor/edtf.hpp>

#include "annotated.hpp"

using namespace attest::extract;
using attest::test::plain_document;

namespace {

std::vector<std::string> dates(const std::string& text, const std::string& written = "") {
  std::vector<std::string> all;
  for (const auto& mention : find_dates(plain_document(text, written))) all.push_back(mention.edtf);
  return all;
}
std::string date(const std::string& text, const std::string& written = "") {
  const auto all = dates(text, written);
  return all.empty() ? "" : all.back();
}

}  // namespace

TEST_CASE("EDTF is read as it is written") {
  for (auto text : {"2023-09-19", "2023-09", "2023", "199X", "18XX", "2023~", "2023-21", "-0062", "0024",
                    "2023-09-19/2023-09-20", "2013/..", "1995~/2007"})
    CHECK(to_edtf(parse_edtf(text).value()) == text);
  for (auto text : {"", "20", "2023-13", "2023-02-30", "2023-9-1", "19XX-01", "2023/", "a/b"})
    CHECK_FALSE(parse_edtf(text).has_value());
}

TEST_CASE("full dates of the calendar") {
  CHECK(date("on September 19, 2023 it began") == "2023-09-19");
  CHECK(date("on 19 September 2023 it began") == "2023-09-19");
  CHECK(date("on the 19th of September, 2023") == "2023-09-19");
  CHECK(date("on Tuesday, Sept. 19, 2023") == "2023-09-19");
  CHECK(date("dated 2023-09-19.") == "2023-09-19");
  CHECK(date("dated 19.09.2023.") == "2023-09-19");
  CHECK(date("dated 09/19/2023.") == "2023-09-19");
  CHECK(date("on February 30, 2023").find("02-30") == std::string::npos);
}

TEST_CASE("months, years, decades, centuries") {
  CHECK(date("in September 2023") == "2023-09");
  CHECK(date("in September, 2023") == "2023-09");
  CHECK(date("in 2023 it began") == "2023");
  CHECK(date("the 1990s") == "199X");
  CHECK(date("the early 1990s") == "199X");
  CHECK(date("in the '90s") == "199X");
  CHECK(date("in early 2023") == "2023");
  CHECK(date("in late 1994") == "1994");
  CHECK(date("in mid-2023") == "2023");
  CHECK(date("in the 19th century") == "18XX");
  CHECK(date("in the first half of the 19th century") == "1801/1850");
  CHECK(date("in spring 2023") == "2023-21");
  CHECK(date("( c. 1850 )") == "1850~");
  CHECK(date("Horace ( 65 BC )") == "-0064");
}

TEST_CASE("intervals") {
  CHECK(date("on 19–20 September 2023") == "2023-09-19/2023-09-20");
  CHECK(date("on September 19 and 20, 2023") == "2023-09-19/2023-09-20");
  CHECK(date("between 1992 and 1994") == "1992/1994");
  CHECK(date("from 2013 to 2019") == "2013/2019");
  CHECK(date("from May to July 2023") == "2023-05/2023-07");
  CHECK(date("in November and December 2020") == "2020-11/2020-12");
  CHECK(date("between May and June in 1981") == "1981-05/1981-06");
  CHECK(date("28 September – 5 October 2023") == "2023-09-28/2023-10-05");
  CHECK(date("his reign ( 1871 – 72 )") == "1871/1872");
  CHECK(dates("( 31 October 1950 – 31 March 2016 )") == std::vector<std::string>{"1950-10-31/2016-03-31"});
  CHECK(date("president since 2013 .") == "2013/..");
}

TEST_CASE("numbers that are no dates") {
  for (auto text :
       {"in 2000 villages", "about 1,426 pilgrims", "it cost $ 2000", "a team of 1500 people walked",
        "May I come?", "they march on", "section 19", "at 11:00", "posts 250 and 251", "2023 of them"})
    CHECK(date(text) == "");
}

TEST_CASE("relative to the day the document was written") {
  const std::string thursday = "2006-01-12";
  CHECK(date("on Tuesday", thursday) == "2006-01-10");
  CHECK(date("on Thursday", thursday) == "2006-01-12");
  CHECK(date("last Thursday", thursday) == "2006-01-05");
  CHECK(date("next Monday", thursday) == "2006-01-16");
  CHECK(date("yesterday", thursday) == "2006-01-11");
  CHECK(date("last week", thursday) == "2006-01-02/2006-01-08");
  CHECK(date("last month", thursday) == "2005-12");
  CHECK(date("this year", thursday) == "2006");
  CHECK(date("Seventeen years ago", thursday) == "1989");
  CHECK(date("two days ago", thursday) == "2006-01-10");
  CHECK(date("in the past week", thursday) == "2006-01-05/2006-01-12");
  CHECK(date("last September", thursday) == "2005-09");
  CHECK(date("on December 24", thursday) == "2005-12-24");
  CHECK(date("on January 5", thursday) == "2006-01-05");
  CHECK(date("yesterday") == "");
}

TEST_CASE("relative to what was told before") {
  CHECK(date("On 19 September 2023 it began.\nTwo days later it ended.") == "2023-09-21");
  CHECK(date("He came on Monday.\nIt was built in 1967.\nHe left later that day.", "2019-03-12") ==
        "2019-03-11");
  CHECK(date("It was built in 1967.\nHe left later that day.") == "1967");
  CHECK(date("On 19 September 2023 it began.\nThat night it ended.") == "2023-09-19");
  CHECK(date("On 19 September 2023 it began.\nThe next morning it ended.") == "2023-09-20");
  CHECK(date("On 19 September 2023 it began.\nThey left at that hour.") == "2023-09-19");
  CHECK(date("In May 1981 he came.\nThat September he left.") == "1981-09");
  CHECK(date("In September 1942 he came.\nHe died the following June.") == "1943-06");
  CHECK(date("They were charged in April and will go on trial in October.", "2013-06-06") == "2013-10");
  CHECK(dates("They were charged in April and will go on trial in October.", "2013-06-06").front() ==
        "2013-04");
  CHECK(date("In 1846 she died.\nThe previous year was good.") == "1845");
  CHECK(date("On October 12, 1859 he wrote.\nIn a decree the following month he said it.") == "1859-11");
  CHECK(date("In June in 1981 he came, after his wife died in March the same year.") == "1981-03");
  CHECK(date("On 21 October 2023 they came.\nWe waited until the 25th of the month.") == "2023-10-25");
}

TEST_CASE("a day without its year takes the one that fits best") {
  CHECK(date("It fell on 9 August 1944.\nThey had taken it in May 1943.\nHe left in September.") ==
        "1944-09");
  CHECK(dates("Throughout 2023 it went on.\nOn 8 February he spoke.") ==
        std::vector<std::string>{"2023", "2023-02-08"});
  CHECK(
      dates("In 2020 they met.\nA line between.\nOn September 19 it began.\nSo it was on September 19, 2023.")
          .at(1) == "2023-09-19");
}

TEST_CASE("days without a year in a text whose last dates are of a new year") {
  const auto told = dates(
      "On September 27 they signed.\nIt takes effect on January 1, 2024.\nA line between.\nMuch will be done "
      "in 2024.\nThe decree of September 26 was read.");
  REQUIRE(told.size() == 4);
  CHECK(told.front() == "2023-09-27");
  CHECK(told.back() == "2023-09-26");
  CHECK(dates("On September 27 they signed.\nIt takes effect on November 1, 2024.").front() == "2024-09-27");
}

TEST_CASE("mentions carry their tokens and characters") {
  const auto document = plain_document("It began on 19 September 2023, they say.");
  const auto mentions = find_dates(document);
  REQUIRE(mentions.size() == 1);
  CHECK(document.text(mentions[0].span) == "19 September 2023");
  CHECK(document.text(document.tokens[mentions[0].first]) == "19");
  CHECK(document.text(document.tokens[mentions[0].last - 1]) == "2023");
}

TEST_CASE("a document's own date") {
  const auto found = [](std::string_view text) {
    const auto mention = find_document_date(text);
    return mention ? mention->edtf : "";
  };
  CHECK(found("A headline\n\nFriday, July 21, 2017\n\nText.") == "2017-07-21");
  CHECK(found("A headline\nPublished: 12 May 2023 by the desk\nText.") == "2023-05-12");
  CHECK(found("LONDON, 5 March 2020 (Wire) — The council met.") == "2020-03-05");
  CHECK(found("A headline\n\nMonday, May 18, 2015 On Friday two ships collided.") == "2015-05-18");
  CHECK(found("Address\n\nAddress To The City Council August 08, 1974 Good evening: it is late.") ==
        "1974-08-08");
  CHECK(found("XYZ 0312 2002 - 07 - 31 21: 30 A 46 & C 1 f; BC-TOWN") == "2002-07-31");
  CHECK(found("WASHINGTON, D.C., May 12, 2023 – The bank opened a branch.") == "2023-05-12");
  CHECK(found("Speech by the Governor, 12 May 2023, Oslo\n\nText.") == "2023-05-12");
  CHECK(found("Remarks at the Economic Club, Norwood, Ohio, May 12, 2023\n\nText.") == "2023-05-12");
  CHECK(found("A headline\n\n(12 May 2023)\n\nText.") == "2023-05-12");
  CHECK(found("A headline\nRelease date: 2023/05/12\nText.") == "2023-05-12");
  CHECK(found("Her first book was published on 12 May 1923 in Oslo and sold well for many years.") == "");
  CHECK(found("Monday, May 18, 2015, was the day on which the two big ships of the line collided.") == "");
  CHECK(found("He was born on 31 October 1950 in a town that lies far from here.") == "");
  CHECK(found("Zed (31 October 1950 – 31 March 2016) was an architect.") == "");
}

TEST_CASE("the date that stamps a document is none of what it tells") {
  CHECK(dates("A headline\nMonday, May 18, 2015 On Friday two ships collided.") ==
        std::vector<std::string>{"2015-05-15"});
  CHECK(dates("LONDON, 5 March 2020 (Wire) - Two ships collided.").size() == 1);
}

TEST_CASE("a year before things that it could count") {
  CHECK(date("before the 2014 protests") == "2014");
  CHECK(date("Saturday, September 12, 2015 pilgrims came") == "2015-09-12");
}

TEST_CASE("years of antiquity") {
  CHECK(date("Zed, who died in December of 384, was a bishop.") == "0384-12");
  CHECK(date("Zed (c. 347 – 30 September 420) was a priest.") == "0347~/0420-09-30");
  CHECK(date("in December 384 people left") != "0384-12");
  CHECK(date("about 373 of them") == "");
  CHECK(date("It was built in the 5th century BC in the hills.") == "");
}

TEST_CASE("times that are only roughly said") {
  const std::string monday = "2022-07-11";
  CHECK(date("Six and a half months ago it rose.", monday) == "2021-12");
  CHECK(date("Two and a half years ago it rose.", monday) == "2020");
  CHECK(date("Two and a half decades ago it rose.", monday) == "1997~");
  CHECK(date("in recent weeks it rose", monday) == "2022-07");
  CHECK(date("in the past few days it rose", monday) == "2022-07");
  CHECK(date("over the last several months it rose", monday) == "2022");
  CHECK(date("in recent years it rose", monday) == "");
}

TEST_CASE("dates of chronologies, of two days, of a life") {
  CHECK(date("1898, February 15. The ship sank.") == "1898-02-15");
  CHECK(date("1976. The ship sank.") == "1976");
  CHECK(date("On Tuesday 5 and Wednesday 6 April 2016 they flew.") == "2016-04-05/2016-04-06");
  CHECK(date("On 5 May and 6 May 2011 they met.") == "2011-05-05/2011-05-06");
  CHECK(date("Ada (c. 1818 – January 8, 1880) was a writer.") == "1818~/1880-01-08");
  CHECK(find_document_date("A headline\n\n*By A. Writer, Oslo, 9 September 2008*\n\nText.")->edtf ==
        "2008-09-09");
}

TEST_CASE("an interval is joined by until, not by every preposition") {
  CHECK(date("It was closed from May 2009 until June 2010.") == "2009-05/2010-06");
  CHECK(date("It rose from 1800 in 2009.") == "2009");
  SECTION("of a day and a month, where both are spelled out") {
    CHECK(date("It was closed from May 5, 2009 until June 2010.") == "2009-05-05/2010-06");
    CHECK(date("It was closed since 5 May 2009 until June 2010.") == "2009-05-05/2010-06");
  }
  SECTION("of a year and the next by and") {
    CHECK(date("They left in 1990 and 1991.") == "1990/1991");
    CHECK(dates("They left in 1987 and 1991.") == std::vector<std::string>{"1987", "1991"});
  }
}

TEST_CASE("a year behind a word that calls for one") {
  CHECK(date("Anna Berg (born 1963) is a writer.") == "1963");
  CHECK(date("His father (d. 1443) was a bishop.") == "1443");
  CHECK(date("It was reformed in the years 1899 and 1901.") == "1901");
  CHECK(dates("They won in 1956, 1959, and 1962.") == std::vector<std::string>{"1956", "1959", "1962"});
  CHECK(date("The book (Elm Press, 1969) sold well.") == "1969");
  CHECK(date("It came out in 2008 less than a week on.") == "2008");
  CHECK(date("The firm, founded 1845, grew.") == "1845");
  CHECK(date("It was seen as early as 1991.") == "1991");
  CHECK(dates("They opened 1845 shops.").empty());
  CHECK(date("The fort fell in AD 350.") == "0350");
  CHECK(date("The fort fell in the year 71.") == "0071");
  CHECK(date("In the year 12 students came.") == "");
  CHECK(date("In the year 300 people came.") == "");
  CHECK(date("They went on with Plan B 1999 times.") == "");
}

TEST_CASE("a year before its noun, or behind a name") {
  CHECK(date("A 1999 order forbade it.") == "1999");
  CHECK(date("They played her 2004 album.") == "2004");
  CHECK(date("They filmed the writer's 1935 novel.") == "1935");
  CHECK(date("They sang at the Song Contest 2009.") == "2009");
  CHECK(date("It rained during 2014 elections.") == "2014");
  CHECK(dates("The council adopted Resolution 1973.").empty());
  CHECK(dates("He wrote a 2000 word essay.").empty());
  CHECK(dates("They left some 2000 villages.").empty());
  SECTION("does not move the narrative") {
    CHECK(date("In May 1998 he came.\nHe read his 1935 novel.\nOn 5 June he left.") == "1998-06-05");
  }
}

TEST_CASE("parts of years and runs of years") {
  CHECK(date("Sales rose in the third quarter of 2009.") == "2009-07/2009-09");
  CHECK(date("Sales fell in the second half of 2010.") == "2010-07/2010-12");
  CHECK(date("Sales fell in the third quarter.").empty());
  CHECK(date("He was minister 1993 to 1997.") == "1993/1997");
  CHECK(date("The season 2017/18 began.") == "2017/2018");
  CHECK(date("They came in the 1700s.") == "17XX");
  CHECK(date("The painter (8 May 1842 – 1907) lived here.") == "1842-05-08/1907");
}

TEST_CASE("feasts") {
  CHECK(date("On Christmas Day 1914 they met.") == "1914-12-25");
  CHECK(date("They fled on Christmas Eve, 1916.") == "1916-12-24");
  CHECK(date("It burned on New Year's Eve 2011.") == "2011-12-31");
  CHECK(date("In 2012 he came.\nHe left on New Year's Day.") == "2012-01-01");
  CHECK(dates("They met every Christmas.").empty());
}

TEST_CASE("a month or a day of a year told or of the document's year") {
  const std::string written = "2020-03-05";  // a Thursday
  CHECK(date("In May last year he was shot.", written) == "2019-05");
  CHECK(date("On October 12 last year he left.", written) == "2019-10-12");
  CHECK(date("In January of this year they met.", written) == "2020-01");
  CHECK(date("Last May 5 he died.", written) == "2019-05-05");
  CHECK(date("On the 2nd, she was seen.", written) == "2020-03-02");
  CHECK(date("In 1998 it opened.\nIn August the following year it burned.") == "1999-08");
  CHECK(date("In March 1998 it opened.\nOn 5 August of that year it burned.") == "1998-08-05");
  CHECK(date("In 1998 it opened.\nIt burned in the spring of the following year.") == "1999-21");
}

TEST_CASE("before and after without a time of their own") {
  CHECK(date("He came on 3 June 1944.\nThe day before, he had slept.") == "1944-06-02");
  CHECK(date("He came on 3 June 1944.\nTwo days after, he left.") == "1944-06-05");
  CHECK(date("He came in 1944.\nHe had been ill the year before.") == "1943");
  CHECK(date("He came in 1944.\nTwo years after the fire he left.") == "1944");
}

TEST_CASE("a weekend of what happened is over, one of what will happen is not") {
  const std::string wednesday = "2016-09-07";
  CHECK(date("They met over the weekend.", wednesday) == "2016-09-03/2016-09-04");
  CHECK(date("The fair took place this weekend.", wednesday) == "2016-09-03/2016-09-04");
  CHECK(date("The fair will open this weekend.", wednesday) == "2016-09-10/2016-09-11");
}

TEST_CASE("a plan is of the document's year or later, whatever was told before") {
  CHECK(date("They voted in 2014.\nThe next vote is to be held in November.", "2015-05-07") == "2015-11");
}

TEST_CASE("today is nowhere in a text without a date") {
  CHECK(dates("It was built in 1967.\nToday it is a museum.") == std::vector<std::string>{"1967"});
}

TEST_CASE("a count of weeks, decades or centuries") {
  CHECK(date("On 4 May 2011 they met.\nThey met again a week later.") == "2011-05-11");
  CHECK(date("He came in 1911.\nA decade later he left.") == "1921~");
  CHECK(date("He came in 1911.\nA century later it was found.") == "2011~");
}

TEST_CASE("a count from a date") {
  CHECK(date("One day before May 1, 2020 it rained.") == "2020-04-30");
  CHECK(date("It rained two weeks after 5 May 2020.") == "2020-05-19");
  CHECK(date("It rained three months after 5 May 2020.") == "2020-08");
  CHECK(date("It rained ten years after 1990.") == "2000");
  SECTION("from no day, once another month was told") {
    CHECK(date("On 4 May 2011 they met.\nIn January 2013 it burned.\nThree weeks later he left.") ==
          "2013-01");
  }
}

TEST_CASE("the first days of a month are not its first day") {
  CHECK(date("It rained in the first days of October 2023.") == "2023-10");
  CHECK(date("It rained on the first day of October 2023.") == "2023-10-01");
}

TEST_CASE("the year turns with the narrative") {
  CHECK(date("From 2021 to 2022 they stayed on.\nOn 12 December 2021 they came to the town.\nOn 5 January "
             "they left.") == "2022-01-05");
  CHECK(
      date("They stayed on for long.\nOn 12 December 2021 they came to the town.\nOn 5 January they left.") ==
      "2021-01-05");
  CHECK(date("From 2021 to 2022 they stayed on.\nOn 12 December 2021 they came to the town.\nThey had left "
             "on 5 January.") == "2021-01-05");
}

TEST_CASE("a bound is no time that the narrative has reached") {
  CHECK(date("On 5 May 2022 they closed it as of 1 January 2023.\nOn October 3 he left.") == "2022-10-03");
}

TEST_CASE("a year told lately gives way to the year of the text") {
  CHECK(date("In 2013 it burned.\nA law was adopted in August.", "2017-11-15") == "2017-08");
  CHECK(dates("Dahl, who took office in October, will travel to Rome.", "2022-05-18").front() == "2021-10");
}

TEST_CASE("the year of a paragraph that opens with a day") {
  SECTION("is the document's in a text with a date") {
    CHECK(date("He was named in April 2012.\n\nIn August they signed it.", "2018-10-04") == "2018-08");
  }
  SECTION("is that of the narrative, not one told of old") {
    CHECK(
        date("On 2 May 2023 they met for the first time.\nIt was built in 1894.\n\nOn 18 March they left.") ==
        "2023-03-18");
  }
  SECTION("of a life it goes on") {
    CHECK(
        date("On 2 May 1923 they met for the first time.\nIt was built in 1926.\n\nOn 18 March they left.") ==
        "1926-03-18");
  }
  CHECK(date("It will begin on 1 January 2019.\nHe will retire on 31 December.", "2018-10-04") ==
        "2018-12-31");
}

TEST_CASE("years that no calendar has are no dates") {
  CHECK(dates("It was 99999999 BC.").empty());
  CHECK(date("It fell in 50 AD.\nIt had been built in the previous century.") == "0050");
}
