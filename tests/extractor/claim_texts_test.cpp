// Claims of whole texts, read with the models: who says what, where quotations and sentences interlock.
#include <catch2/catch.hpp>

#include "claims_of_text.hpp"

using namespace attest::extract;
using attest::test::said;
using Said = std::vector<std::string>;

TEST_CASE("a subject with a participle belongs to what is said") {
  CHECK(said("Anna Berg said a rule approved on Monday does not apply to ships.") ==
        Said{"Anna Berg: a rule approved on Monday does not apply to ships"});
  CHECK(said("Anna Berg said on Monday the bridge was safe.") == Said{"Anna Berg: the bridge was safe"});
}

TEST_CASE("marks that stand apart from their words are quotation marks, too") {
  CHECK(said("\" I have done that a lot, \"Anna Berg said during a call. \" It was easy for me. \"") ==
        Said{"Anna Berg: I have done that a lot", "Anna Berg: It was easy for me."});
  CHECK(
      said("\"The court will leave the business.\n\nAll is taken over by the new bank,\" said Otto Lund.") ==
      Said{"Otto Lund: The court will leave the business.", "Otto Lund: All is taken over by the new bank"});
}

TEST_CASE("words quoted inside a reported sentence are part of it") {
  CHECK(said("Otto Lund will direct the work \"until a better way is found and kept,\" Anna Berg said.") ==
        Said{"Anna Berg: Otto Lund will direct the work \"until a better way is found and kept,\""});
}

TEST_CASE("what somebody asks of others") {
  CHECK(said("Anna Berg asked the government to respect the ruling.") ==
        Said{"Anna Berg: the government to respect the ruling"});
}

TEST_CASE("small clauses without a verb") {
  CHECK(said("Anna Berg called the plan weak.") == Said{"Anna Berg: the plan weak"});
  CHECK(said("Anna Berg called the program part of the strategy.") ==
        Said{"Anna Berg: the program part of the strategy"});
}

TEST_CASE("who passes on what another says makes no claim of it") {
  CHECK(said("According to Anna Berg, the head of the Bergen Times, the bridge is safe.") ==
        Said{"Anna Berg: the bridge is safe."});
  CHECK(said("According to the state prosecutor, Anna Berg received a letter from Bergen.").empty());
  CHECK(said("According to the Bergen Times, Anna Berg believes that the bridge is safe.") ==
        Said{"Anna Berg: the bridge is safe"});
  CHECK(said("The bridge is safe, according to Denmark's Harbour Authority.") ==
        Said{"Harbour Authority: The bridge is safe"});
}

TEST_CASE("a spokesman goes on for whom he spoke") {
  CHECK(said("A Bergen Bank spokesman said the loan was paid. The loan was small, the spokesman said.") ==
        Said{"Bergen Bank: the loan was paid", "Bergen Bank: The loan was small"});
}

TEST_CASE("who speaks together says it each") {
  CHECK(said("Anna Berg and Otto Lund said the bridge was safe.").size() == 2);
}

TEST_CASE("a company that spoke goes on speaking as what it is") {
  CHECK(said("Bergen Systems said it was ready. But the drug company said the loan was small.").back() ==
        "Bergen Systems: the loan was small");
}

TEST_CASE("what nothing was heard to suggest is no claim") {
  CHECK(said("Anna Berg had heard nothing to suggest the bridge was safe.").empty());
}

TEST_CASE("a mark at the end of a sentence is no part of what was said") {
  CHECK(said("Two men, Otto Lund and Karl Holm, were arrested on Monday, the Bergen Bank said.") ==
        Said{"Bergen Bank: Two men, Otto Lund and Karl Holm, were arrested on Monday"});
}

TEST_CASE("both, they and the two stand for those named together before") {
  const Said both{"Helen Moss: wrongdoing", "Robert Lane: wrongdoing"};
  CHECK(said("Robert Lane and Helen Moss were charged with fraud on Monday. Both deny wrongdoing.") == both);
  CHECK(said("Two former executives, Robert Lane and Helen Moss, were arrested in Leeds last month. "
             "Both deny wrongdoing.") == both);
  CHECK(said("Robert Lane and Helen Moss were charged on Monday. They said the deal was legal.").size() == 2);
  CHECK(said("Robert Lane was charged on Monday. Both sides said the deal was legal.").empty());
}

TEST_CASE("who speaks in the middle of what is said") {
  CHECK(said("The bridge, Anna Berg noted, was built in 1950.") ==
        Said{"Anna Berg: The bridge, Anna Berg noted, was built in 1950"});
  CHECK(said("\"The bridge,\" said Anna Berg, \"is safe.\"").back() == "Anna Berg: is safe.");
  CHECK(said("The bridge, which Anna Berg said was safe, fell on Monday.") == Said{"Anna Berg: was safe"});
}

TEST_CASE("opinions by their noun") {
  CHECK(said("In Anna Berg's view, the bridge was unsafe.") == Said{"Anna Berg: the bridge was unsafe."});
  CHECK(said("Anna Berg's view is that the bridge was unsafe.") == Said{"Anna Berg: the bridge was unsafe."});
  CHECK(said("The claim by Anna Berg that the bridge was safe was false.") ==
        Said{"Anna Berg: the bridge was safe"});
  CHECK(said("The Football Association is investigating reports that the bridge was unsafe.").empty());
}

TEST_CASE("convictions by their adjective") {
  CHECK(said("Anna Berg is convinced that the bridge is safe.") == Said{"Anna Berg: the bridge is safe"});
  CHECK(said("Anna Berg made clear that the bridge was unsafe.") == Said{"Anna Berg: the bridge was unsafe"});
  CHECK(said("Anna Berg is not sure that the bridge is safe.").empty());
}

TEST_CASE("what somebody takes a thing for") {
  CHECK(said("Anna Berg believes the bridge to be safe.") == Said{"Anna Berg: the bridge to be safe"});
  CHECK(said("Anna Berg declared it \"unsafe\".") == Said{"Anna Berg: it \"unsafe\""});
}

TEST_CASE("statements, letters and last words speak for their makers") {
  CHECK(said("Anna Berg issued a statement saying the bridge was safe.") ==
        Said{"Anna Berg: the bridge was safe"});
  CHECK(said("Anna Berg's last words were: \"The bridge is safe.\"") ==
        Said{"Anna Berg: The bridge is safe."});
  CHECK(said("\"The bridge is safe,\" reads a statement by the Transport Ministry.") ==
        Said{"Transport Ministry: The bridge is safe"});
}

TEST_CASE("who is quoted says it, not who quotes") {
  CHECK(said("Otto Lund quoted Anna Berg as saying that the bridge was safe.") ==
        Said{"Anna Berg: the bridge was safe"});
  CHECK(said("The Bergen Times, citing Anna Berg, reported that the bridge was safe.") ==
        Said{"Bergen Times: the bridge was safe"});
}

TEST_CASE("the clause is what is said, whatever stands before or between") {
  CHECK(said("Asked about the bridge, Anna Berg said it was safe.") == Said{"Anna Berg: it was safe"});
  CHECK(said("Anna Berg told reporters the bridge was safe.") == Said{"Anna Berg: the bridge was safe"});
  CHECK(said("Anna Berg said the bridge was old and its towers were unsafe.") ==
        Said{"Anna Berg: the bridge was old and its towers were unsafe"});
  CHECK(said("Anna Berg rejected the criticism, saying the bridge was safe.") ==
        Said{"Anna Berg: the bridge was safe"});
}

TEST_CASE("after a semicolon another source may speak") {
  CHECK(said("Anna Berg said that the bridge needs 3 billion pounds; according to Otto Lund, the figure "
             "could be twice as high.") == Said{"Anna Berg: the bridge needs 3 billion pounds",
                                                "Otto Lund: the figure could be twice as high."});
}

TEST_CASE("answers are those of who is interviewed") {
  CHECK(said("Anna Berg, the engineer, has built bridges for years. Berg spoke with Otto Lund in "
             "Oslo.\n\nQ: Is the bridge safe?\n\nA: We built it well. It will stand.") ==
        Said{"Anna Berg: We built it well.", "Anna Berg: It will stand."});
}

TEST_CASE("a name before a colon and a quotation") {
  CHECK(said("Anna Berg: \"The bridge is safe\"") == Said{"Anna Berg: The bridge is safe"});
}

TEST_CASE("what somebody adds is a statement of its own") {
  CHECK(said("Anna Berg said the bridge was safe, adding that it would reopen in May.") ==
        Said{"Anna Berg: the bridge was safe", "Anna Berg: it would reopen in May"});
  CHECK(said("Anna Berg went on to say the bridge was safe.") == Said{"Anna Berg: the bridge was safe"});
  CHECK(said("Anna Berg is trying to show that the bridge is safe.").empty());
}

TEST_CASE("who issues a statement says what stands in it") {
  CHECK(
      said(
          "The Secretary of State Anna Berg, on 19 September, issued a statement: \"The bridge is safe.\"") ==
      Said{"Anna Berg: The bridge is safe."});
  CHECK(said("The Bergen Senate issued a statement on Monday. The statement said: \"The bridge is safe.\"") ==
        Said{"Bergen Senate: The bridge is safe."});
  CHECK(said("Anna Berg was delighted: \"The bridge is safe.\"") == Said{"Anna Berg: The bridge is safe."});
}

TEST_CASE("a body that is the source is not a person named behind it") {
  CHECK(said("According to the Norwegian Border Service, Otto Lund, while testifying, showed the places.") ==
        Said{"Norwegian Border Service: Otto Lund, while testifying, showed the places."});
}

TEST_CASE("the man is whom the paragraph was about") {
  CHECK(
      said("Anna Berg said the bridge was safe.\n\nOtto Lund lives near the bridge. The 64-year-old man said "
           "that it was old.")
          .back() == "Otto Lund: it was old");
}

TEST_CASE("an appeal is what is asked") {
  CHECK(said("Anna Berg appealed to the government to close the bridge.") ==
        Said{"Anna Berg: the government to close the bridge"});
}

TEST_CASE("a purpose may be all there is") {
  CHECK(said("To say that the bridge is safe.\n\nTo claim so.").empty());
}

TEST_CASE("a body speaks behind the word for its kind") {
  CHECK(said("The shipping group Halvorsen ASA said the bridge was safe.") ==
        Said{"Halvorsen ASA: the bridge was safe"});
}

TEST_CASE("courts that dismiss an appeal deny nothing; who could not comment neither") {
  CHECK(said("The High Court of Norway dismissed an appeal by Anna Berg against a fine.").empty());
  const AnnotatedDocument document = annotate(
      read_document("Anna Berg said she could not comment on the talks.", Format::text, "t.txt", "t.txt"),
      builtin_models());
  const Entities entities = find_entities(document, builtin_models());
  const auto claims = find_facts(document, entities).claims;
  REQUIRE(claims.size() == 1);
  CHECK_FALSE(claims[0].denied);
}

TEST_CASE("what comes before a semicolon is not what is said behind it") {
  CHECK(said("Anna Berg warned that the bridge was old; it might fall, she said.").back() ==
        "Anna Berg: it might fall");
  CHECK(said("According to the historian Joan Pritchard, Berg \"understood bridges\".") ==
        Said{"Joan Pritchard: Berg \"understood bridges\"."});
}

TEST_CASE("a title alone means who was last called so") {
  CHECK(
      said("The US Secretary of State Anna Berg met Otto Lund.\n\nOn 20 September, the US Secretary of State "
           "tweeted: \"The bridge is safe.\"") == Said{"Anna Berg: The bridge is safe."});
}

TEST_CASE("a statement goes on with the clauses behind it") {
  CHECK(said("Anna Berg said the bridge was safe, now that the towers are being rebuilt.") ==
        Said{"Anna Berg: the bridge was safe, now that the towers are being rebuilt"});
}

TEST_CASE("who speaks in a clause of time is not the subject before it") {
  CHECK(
      said("Anna Berg resigned on Wednesday after a newspaper reported that the bridge was unsafe.").empty());
}

TEST_CASE("an office speaks for whose it is") {
  CHECK(said("Anna Berg's office said the bridge was safe.") == Said{"Anna Berg: the bridge was safe"});
}

TEST_CASE("a text may begin in the middle of a phrase") {
  CHECK(said("'s authors also suggest had that similar bridges exist in Norway.").empty());
  CHECK(said("'s native village of Elm.").empty());
}

TEST_CASE("what is said goes to the end of its clause") {
  SECTION("behind a subject with modifiers of its own") {
    CHECK(said("Anna Berg said anyone caught on the bridge will be fined by the town.") ==
          Said{"Anna Berg: anyone caught on the bridge will be fined by the town"});
    CHECK(said("Anna Berg said Norway's choice to close the south-west gate could delay the ferry.") ==
          Said{"Anna Berg: Norway's choice to close the south-west gate could delay the ferry"});
  }
  SECTION("with what is joined by a second that") {
    CHECK(said("Anna Berg said that the bridge was safe, and that the road would open in May.") ==
          Said{"Anna Berg: the bridge was safe, and that the road would open in May"});
  }
  SECTION("with the condition in front") {
    CHECK(said("Anna Berg has said if the bridge falls, those who built it will be punished by the town.") ==
          Said{"Anna Berg: if the bridge falls, those who built it will be punished by the town"});
  }
  SECTION("without the day on which it was said") {
    CHECK(said("Anna Berg said Thursday that it would be rebuilt.") ==
          Said{"Anna Berg: it would be rebuilt"});
    CHECK(said("Anna Berg said Thursday the bridge would be rebuilt.") ==
          Said{"Anna Berg: the bridge would be rebuilt"});
  }
  SECTION("without the hearer") {
    CHECK(said("Anna Berg told the BBC the bridge was unsafe.") == Said{"Anna Berg: the bridge was unsafe"});
  }
}

TEST_CASE("words passed on as somebody's") {
  CHECK(
      said("The Bergen Times quotes Norway's space agency chief, Anna Berg, as saying the launch is late.") ==
      Said{"Anna Berg: the launch is late"});
  CHECK(said("The Bergen Times quoted an unnamed official with the agency as saying the sale was off.") ==
        Said{"Bergen Times: the sale was off"});
}

TEST_CASE("what nobody is told to have said is no claim") {
  SECTION("in front of a colon or a semicolon") {
    CHECK(said("Anna Berg repaired the bridge; she was quoted by the Bergen Times on the cost.").empty());
  }
  SECTION("around a bare participle") {
    CHECK(said("Anna Berg came home. As predicted, the bridge fell.").empty());
  }
  SECTION("beside a name that is not the subject") {
    CHECK(said("The engineers, writing in the journal Bridges Today, say the bridge is safe.").empty());
    CHECK(said("The head of the prison in the capital, Oslo, says four men fled.").empty());
  }
  SECTION("of what somebody has become called") {
    CHECK(said("Anna Berg became widely regarded as the mother of the bridge.").empty());
  }
}

TEST_CASE("speakers that a phrase names by an example, a part or a field") {
  CHECK(said("Other papers such as the Bergen Times have stated that they will print it.") ==
        Said{"Bergen Times: they will print it"});
  CHECK(said("A Bergen University panel said the bridge was unsafe.") ==
        Said{"Bergen University: the bridge was unsafe"});
  CHECK(said("U.S. trade officials said the bridge was unsafe.") == Said{"U.S.: the bridge was unsafe"});
}

TEST_CASE("labels with a participle or a further phrase") {
  CHECK(said("Anna Berg described Otto Lund as having built the first bridge in Bergen.") ==
        Said{"Anna Berg: Otto Lund as having built the first bridge in Bergen"});
  CHECK(said("Anna Berg characterized the talks as a good start, with an exchange of views on the bridge.") ==
        Said{"Anna Berg: the talks as a good start, with an exchange of views on the bridge"});
}

TEST_CASE("a heading that names whose statement follows") {
  CHECK(
      said("The town will build a bridge.\n\nStatement from Mayor Anna Berg:\n\nThe bridge will be safe. It "
           "opens in May.\n\nI thank the town.\n\nOn the bridge\n\nThe bridge is long.") ==
      Said{"Anna Berg: The bridge will be safe.", "Anna Berg: It opens in May.",
           "Anna Berg: I thank the town."});
}

TEST_CASE("paragraphs behind said and a colon are one speech up to the last first person") {
  CHECK(
      said("Anna Berg said:\n\nI am glad that the bridge is safe.\n\nThe road opens in May.\n\nWe thank the "
           "town.\n\nThe bridge is long.") == Said{"Anna Berg: I am glad that the bridge is safe.",
                                                   "Anna Berg: The road opens in May.",
                                                   "Anna Berg: We thank the town."});
}

TEST_CASE("what is denied is a statement, not a thing that is refused") {
  CHECK(said("Anna Berg denied wrongdoing.") == Said{"Anna Berg: wrongdoing"});
  CHECK(said("Anna Berg denied any role in the sale of the bridge.") ==
        Said{"Anna Berg: any role in the sale of the bridge"});
  CHECK(said("Anna Berg denied the men a visa.").empty());
  CHECK(said("Anna Berg denied access to the north of the town.").empty());
  CHECK(said("Although initially denied passage to Bergen by Otto Lund, Anna Berg came home.").empty());
}

TEST_CASE("what somebody may yet say is no claim") {
  CHECK(said("The bridge stays closed until Otto Lund promises to repair it.").empty());
}

TEST_CASE("the speaker's own board speaks for the speaker") {
  CHECK(said("Anna Berg led an inquiry. Her board rejected the claim that a ship had hit the bridge.") ==
        Said{"Anna Berg: a ship had hit the bridge"});
}

TEST_CASE("what stands in front of the verb of speech is said to the sentence's beginning") {
  CHECK(
      said("Acme Corp.'s finance officer, Otto Lund, resigned and its chairman, Anna Berg, is stepping in to "
           "run the firm, the company said.") ==
      Said{"Acme Corp.: Acme Corp.'s finance officer, Otto Lund, resigned and its chairman, Anna Berg, is "
           "stepping in to run the firm"});
}

TEST_CASE("opinions told by a noun") {
  CHECK(said("Anna Berg has no doubt that the bridge is safe.") == Said{"Anna Berg: the bridge is safe"});
  CHECK(said("Anna Berg is of the opinion that the bridge is safe.") ==
        Said{"Anna Berg: the bridge is safe"});
  CHECK(said("Anna Berg highlighted the fact that the bridge is unsafe.") ==
        Said{"Anna Berg: the bridge is unsafe"});
  CHECK(said("Anna Berg stressed the importance of the bridge for the town.") ==
        Said{"Anna Berg: the importance of the bridge for the town"});
  CHECK(said("The fall followed an Acme Corp. announcement that it will close the bridge.") ==
        Said{"Acme Corp.: it will close the bridge"});
}

TEST_CASE("an infinitive that was indeed said") {
  CHECK(said("Anna Berg was quick to point out that the bridge was old.") ==
        Said{"Anna Berg: the bridge was old"});
}

TEST_CASE("of who is accused by a pronoun only the charge is told") {
  CHECK(said("Otto Lund fled. The Bergen Court tried him, and Anna Berg accused him of theft in the town "
             "hall.") == Said{"Anna Berg: theft in the town hall"});
}

TEST_CASE("speakers by what was said of them before") {
  SECTION("an office without its holder") {
    CHECK(
        said(
            "Defense Secretary Otto Lund visited Bergen.\n\nThe secretary said his trip had been planned.") ==
        Said{"Otto Lund: his trip had been planned"});
  }
  SECTION("a force that spoke for a state before") {
    CHECK(said("Norway's military says it has closed a camp.\n\nThe army said the camp was old.") ==
          Said{"Norway: it has closed a camp", "Norway: the camp was old"});
  }
  SECTION("a spokesman of the body that the text is about") {
    CHECK(said("Acme Corp. sold a ship. A spokesman said the ship was old.") ==
          Said{"Acme Corp.: the ship was old"});
  }
  SECTION("a body named behind or in front of its kind") {
    CHECK(said("The German news agency, DPA, reports that the bridge was sold.") ==
          Said{"DPA: the bridge was sold"});
    CHECK(said("A U.S. military statement says the bridge was old.") == Said{"U.S.: the bridge was old"});
  }
}

TEST_CASE("what somebody is told to have said of another's words is one claim") {
  CHECK(said("Anna Berg said Otto Lund was urging the town to close the bridge.") ==
        Said{"Anna Berg: Otto Lund was urging the town to close the bridge"});
}

TEST_CASE("a condition is no statement") {
  CHECK(said("Otto Lund agreed on the condition that the town would pay for the bridge.").empty());
}

TEST_CASE("who is named as part of something else does not go on speaking") {
  CHECK(
      said(
          "Otto Lund wrote about the town. \"It is quiet there,\" Lund said. The Anna Berg film was shown in "
          "May. He said the town was small.") ==
      Said{"Otto Lund: It is quiet there", "Otto Lund: the town was small"});
}

TEST_CASE("several office holders are not the last one") {
  CHECK(said("Foreign Minister Otto Lund went home.\n\nThe foreign ministers urged the town to close the "
             "bridge.")
            .empty());
}

TEST_CASE("what nobody says beside a phrase of speech") {
  SECTION("as something stipulates without a speaker") {
    CHECK(said("As stipulated in the Bergen Act, the council was founded with two houses.").empty());
  }
  SECTION("behind a colon that ends a statement of its own") {
    CHECK(
        said("Anna Berg (1964) proposed that the following parts hold the bridge:\n\nWe call the first part "
             "the foot.") == Said{"Anna Berg: the following parts hold the bridge"});
  }
  SECTION("in brackets behind a quotation") {
    CHECK(said("Anna Berg writes:\n\n\"The bridge is old.\"\n\n(Berg 1994, 6)") ==
          Said{"Anna Berg: The bridge is old."});
  }
}

TEST_CASE("who speaks and who does not") {
  SECTION("neither of two") {
    CHECK(said("Neither Anna Berg nor Otto Lund said the law was void.").empty());
  }
  SECTION("a spokesman for a person") {
    CHECK(said("A spokesperson for Otto Lund told reporters that the bridge was old.") ==
          Said{"Otto Lund: the bridge was old"});
  }
  SECTION("a court is not the body that spoke before") {
    CHECK(said("Amnesty International says the law is old.\n\nThe court ruled that the law was void.") ==
          Said{"Amnesty International: the law is old"});
  }
}

TEST_CASE("who only works in a town does not speak for it") {
  CHECK(said("A Bergen judge ruled that the law was void.").empty());
  CHECK(said("Norway's government ruled that the law was void.") == Said{"Norway: the law was void"});
}

TEST_CASE("words inserted into a clause part what is said from what is told") {
  CHECK(said("Anna Berg showed a film she says proves the old charges of theft.") ==
        Said{"Anna Berg: proves the old charges of theft"});
}

TEST_CASE("a body of another nation is not the one that spoke before") {
  CHECK(said("The World Bank says the law is old.\n\nThe Iraqi government said that the law was void.") ==
        Said{"World Bank: the law is old"});
}

TEST_CASE("marks of two kinds that do not match are cut whole") {
  for (const std::string& claim : said("Sbee always oue e\"e\u201ddenied t")) {
    CAPTURE(claim);
    CHECK(claim.ends_with("e\"e"));
  }
}
