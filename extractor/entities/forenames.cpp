// Forenames that only men, or only women, bear in the lists of most common names of 106 countries
// (sigpwned/popular-names-by-country-dataset, CC0 1.0), folded. Names of both are left out.
#include <algorithm>
#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/lexicon.hpp>

namespace attest::extract {
namespace {

constexpr std::string_view male =
    "aarav aariz aaron abbas abd abdallah abdelkader abdoulaye abdul abdulaziz abdulla abdullah "
    "abdullo abdulrahman abubakr abulfazl adam adama adin adomas adrian adrians afonso agustin "
    "ahmad ahmed ahmet aiden aimar aisultan aiur aksel albert aldiyar alejandro aleks aleksandar "
    "aleksander aleksandr aleksandre alessandro alexander alexandru alexey alfie alikhan alinur "
    "alparslan alteo alvaro amar amine amir ammar anar andreas andrei andrej andria andrias andriy "
    "angelo antoni antonio aoi aputsiaq aras archie areg areni ari arjun arman armen aron artem "
    "arthur artiom artur artyom ashot athanasios atlas august ayoub aziz bader bakary bandar "
    "banele bautista ben benas bence benicio benjamin berrdo beshoi bibek biel bilal bishal bogdan "
    "boris brahim bruno carl carlos cesar charbel charles christian christos chuluun cillian ciro "
    "damian damjan dan danel daniel daniels daniil danijel danylo daris davi david davit davud "
    "dejan demetre dhruv diego dimitar dimitrios dion djamel dmitry dmytro dominik dominykas "
    "dragan duarte dusan dylan dyllan dzan edoardo edouard edward eeli eino eitan eithan elchin "
    "elias elie elijah elmar elnur elshan elyas eman emil emiliano emils emir emmanuel ethan evens "
    "evgeny eymen ezekiel fadi fahad fahd faisal felipe felix ferndo filip finlay finn fran "
    "francesco francisco franciszek frederick fuma gabor gabriel gael gagik gaspar george georgi "
    "georgios geronimo gevorg gilli giorgi goktug goran gustavs habib halim hamza haoran haoyu "
    "harraz harris harry haru haruma harun haruto hasan hashem hassan hayk heitor henry herkus "
    "hinato hiro hossein hovhannes hudson hugo huseyin huseyn hussain hussein hydar ian ibai "
    "ibrahim igor iker ilgar ilija iman inuk inunnguag inutsiaq ioane ioannis ion isaac isak "
    "ismail itsuki ivan ivik izz jack jacob jad jakob jakov jakub jakup james jameson javier "
    "jekabs jeronimo joao joe joel jogvan john jokubas jokull jon jonas jordi jorge jose joseph "
    "joshua josiah josip jovan juan jude julen jules junior kabir kai kairo kajus kaloyan kamal "
    "karam kari karim karlis kathem kazi keanu keven kevin khaled kiaan kiran kirollos kiwa koa "
    "konstantinos krishna lan lavi lazar leano leevi leo leon leonardo leordo lev levente levi "
    "lewis liam lio logan lorenzo louis lourenco lovro lubanzi luca lucas luis luiz luka lukas "
    "lwandle mael mahamadou mahammad mahdi mahesh mahmoud maksim maksym malachi maligiaq malik "
    "malthe mamadou manaia manish manua manuel marama marc marcell marcos mario marios mark markas "
    "markel marko marks markus marti martim martin matas mate matei matej mateo matias matija "
    "matteo matthew matthias mattia mattias matvey matyas maui max maxim maximilian maximiliano "
    "mees mehdi mehmet michael michail michal michalis miguel mihail mikael mikaere mikayel "
    "mikhail miki mikolaj milan milos mina minato mingze minik mirac moana modibo mohamed mohammad "
    "mohammed monte moussa muchen muhamad muhammad muhammed murad mustafa muyang mykhaylo nagi "
    "nagisa naim naranbaatar narek nathan nathaniel nelio nicolas niel nik nikau niko nikodem "
    "nikola nikolaos nikoloz nil nils noah noam nomaan norsaq nuka nurislam ofentse oihan oisin "
    "oleksandr oliver omar omer onni oscar oskar osman oumar pablo panagiotis pau paul paulo pedro "
    "petar peter peterson pierre pol prakash prasert prem qillaq rachid rafael ralfs ramazan ramon "
    "raphael rashad rasmus raul ravi refael relja ren reza rian ricardo riccardo richard roan "
    "robert roberts roel roko roman rory said salik samir samuel samvel samyar santiago saqib "
    "sebastian sekou selim sem sergei shahem shahid sheikh shivansh siddhartha siphosethu soma "
    "somboon somchai somporn somsak souleymane stanislaw stanley stefan stevenson syed szymon "
    "tadhg taha taim tamatoa tapuarii tareq tatsuki tehei teiki teiva teo teodor teva than thaniel "
    "theo theodor theodore thiago thomas tiago tigran tim timofey tobias toivo tom tomas tommaso "
    "trondur tunar turki ulloriaq umar uri usman vaino valdemar valentin valter vasileios vasilije "
    "vedant vicente victor viktor viraj vladyslav vojtech vugar vuk vusal wassim william wilson "
    "yamato yassin yehuda yichen yize younes yousef yousouf youssef yuma yusef yusif yusuf yuxuan "
    "yuze zahid zahir zalan zan zion zoran ";
constexpr std::string_view female =
    "aada aadhya aarya aasha adela adele aditi adriana agnes agustina aicha aikaterini aino aisha "
    "aisyah aitana ajda ajla alanoud alberte aleksandra alessia alexandra alice alicja alina aline "
    "alisa alise aliya alma althea alysha amahle amaia amal amalie amara amaris amayra ambar ambra "
    "ambre amelia amelija amelja amina aminata amira amy ana anahit anastasia anastasija "
    "anastasiya andreea androula ane angela angeliki angelina angeline anna annie anohito "
    "antonella antonia anzu aoife ariana arianna armine arpi aruuke aruuzat asel asemahle ashraqat "
    "asilim asiya asja asmita assia asta astrid asya aurora ava aviana avigail awa aya ayala "
    "ayalah ayesha aygun ayim ayla aylin ayra aysa ayse aysel ayzere azaria azariah azra baran "
    "barbara barbare bayarmaa beatrice beatriz benedita biljana binita bintou bisera bismah "
    "bogdana boglarka bolormaa camila camille carla carmen carolina catalina cecilia celeste "
    "celine charlotte chedeline chloe christina clara concepcion daisy dalal dalila daniela danna "
    "daria darija darta defne delfina dhia dimitra djeneba doha dora dorothy dragana dunja eabha "
    "ecrin eevi eisha elena elene eleni elif elija eliska elizabeth elizaveta ella ellen elli "
    "ellie elza ema embla emelia emely emilia emilija emiliya emily emine emma esma esperanza "
    "esther eva evelina evelyn evie eylul fajr fanta farah farida farrah farzana fatemeh fatima "
    "fatin fatma fatoumata fernanda fiadh florence fozia francisca freja freya frida frieda gabija "
    "gabriela gamalat gamila gayane georgia gianna ginevra giorgia gita giulia gogo googoosh "
    "gordana grace guadalupe gunay gunel habiba hadicha hana hanna hannah harper haruna hasmik "
    "hasnaa hatice hawa heikapu helena helma helmi hessa himari hina hinano hinata hjordis hoda "
    "hosna hosniya hur hussa iben ida imene iminathi imogen inaya inci indira ines ioanna irati "
    "irene irina isabel isabella isabelle isidora isla islande ivaana ivalu ivana ivy izaro jade "
    "jana jelena jennifer jessica jiya jori josefa jouri jovana juana judeline julia juliana julie "
    "julieta juliette julija june kabita kadiatou kaia kamile karima karine karolina katerina "
    "katla khadije khawla khongordzol kiara klea konstantina konul kora ksenija kyra kyriaki laia "
    "lamija lana lara latifa laura layla lea leah leandra leen leja lejla lena leni lenna leonor "
    "lesedi leyla lia lian lianne lidia liepa lile lili lilien lilit lilja lillie lilly lily lin "
    "lina linda lisakhanya liv livia liz ljiljana louise lovelie lovely luana lucia luciana lucija "
    "ludovica lukne lulwa luna lur lusine lydia lyn lyna mabel maddi madina maeva maha maia maite "
    "maja malak malek malen malu maneh manuela marcia mareva margaret margarida mari maria mariam "
    "mariami mariana marie marija marina mariya marta martha martina marwa mary marya maryam "
    "maryja masa matilda matilde matthildur maya maysoun mehar mei melina melisa melissa meriem "
    "merjem mersana meryem mia mila milagrosa milana milena milica millie mio mira mirjana "
    "mirlande moea moeata mona myrlande nada nahia nare narine natalia natalie natalija nathalie "
    "naura naya nehir nela nesreen neza nia nicole niharika nika nikol nilay nina nivi niviaq "
    "noemi noor nora nouf nour nur nuray nurul nutsa odval oisha oleksandra olga olivia oliwia ona "
    "oumou oyunbileg panagiota paneeraq paninnguaq paraskevi pari patricia patricija paula "
    "penelope pipaluk poema pola polina princess puteri rabina radmila ramona rania raquel raya "
    "rayana reem reema regina rei reina renata rethabile ria riko rin rita roghayyeh ronja rose "
    "rosie rosmery rowan roxana ruoxi saar safija safiya saga sahar sakeena sakineh sakura saliha "
    "salma salome sama samantha sandra sara sarah selma serife sesili sevda sevinj shahd shaikha "
    "shaimaa shams shayma sherifa shristi sienna simona sita siti snezana sobia sofi sofia sofie "
    "sofija sofiya soley solja solomiya somayyeh sonia sophia sophie stella suha sultan sumayah "
    "sunita susan susanna suzana tamar tara tarana tarita tatiana teodora tereza tess teura tiare "
    "titaina titaua tomyris trinidad tuleen uiloq uta vaea valentina valeria vamika var varvara "
    "vasiliki vasilisa venla vera veronika vesna victoria viktoria viktorie viktoriya violeta vita "
    "vittoria vusala wateen widelene willow ximena xinyi yara yasmin yasmine yasna yekaterina "
    "yelena yeva yihan yimo yinuo yoana yua yuina yulia yuna yutong yuxi zahra zainab zala zehra "
    "zeinab zeynab zeynep zihan zina zoe zofia zumra zuzanna ";

}  // namespace

Gender gender_of_forename(std::string_view folded) {
  static const auto men = words_of(male), women = words_of(female);
  if (std::binary_search(men.begin(), men.end(), folded)) return Gender::male;
  if (std::binary_search(women.begin(), women.end(), folded)) return Gender::female;
  return Gender::unknown;
}

}  // namespace attest::extract
