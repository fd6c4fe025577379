package dev.sallyport.operations.sla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.operations.fake.Fakes;
import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import dev.sallyport.operations.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlaErrorsTest {
  private static final String FILE =
      "{'filename':'a.csv','creationDate':'2026-11-21T10:00:00+02:00'}";
  private static final String BREACH = "{'folder':'/in/A','sla':20,'files':[" + FILE + "]}";

  private final Product product = new Product();

  private Received file(String breaches) {
    return product
        .send("POST", "/file_sla_error")
        .as("user")
        .json(("{'sla_error':[" + breaches + "]}").replace('\'', '"'))
        .send();
  }

  private Received get(String target) {
    return product.send("GET", "/file_sla_errors" + target).as("user").send();
  }

  private static List<String> folders(Received page) {
    return page.body().list("slaErrors", JsonObject.class).stream()
        .map(error -> error.text("Folder"))
        .toList();
  }

  @Test
  void aRunIsRecordedOnceHoweverOftenItIsSent() {
    String other = BREACH.replace("/in/A", "/in/B");
    Received first = file(BREACH + "," + other);
    Received second = file(other + "," + BREACH + "," + BREACH.replace("20", "40"));

    assertThat(first.text()).startsWith("{\"accepted\":2,\"repeated\":0,");
    assertThat(second.text()).startsWith("{\"accepted\":1,\"repeated\":2,");
    List<UUID> ids = first.body().list("errorIds", UUID.class);
    assertThat(ids).hasSize(2).doesNotHaveDuplicates();
    assertThat(second.body().list("errorIds", UUID.class)).startsWith(ids.get(1), ids.get(0));
  }

  @Test
  void idsForgetTheOrderOfFilesAndTheOffsetOfTimes() {
    String later = FILE.replace("a.csv", "b.csv");
    String utc = FILE.replace("10:00:00+02:00", "08:00:00.000Z");
    Received first = file(BREACH.replace(FILE, FILE + "," + later));

    assertThat(file(BREACH.replace(FILE, later + "," + utc)).text())
        .startsWith("{\"accepted\":0,\"repeated\":1,")
        .endsWith(first.text().substring(first.text().indexOf("\"errorIds")));
  }

  @Test
  void anErrorIsShownUnderTheNamesOfItsTable() {
    Received filed = file(BREACH);
    String id = filed.body().list("errorIds", UUID.class).getFirst().toString();

    assertThat(get("/" + id).text())
        .isEqualTo(
            "{\"ErrorId\":\"%s\",\"Folder\":\"/in/A\",\"AffectedDate\":\"%s\",\"SLA\":20,"
                    .formatted(id, Fakes.NOW)
                + "\"Files\":[{\"Filename\":\"a.csv\","
                + "\"CreationDate\":\"2026-11-21T08:00:00Z\"}]}");
    assertThat(get("/" + new UUID(1, 1)).code()).isEqualTo("not_found");
    assertThat(get("/no-uuid").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'sla':20,'files':[F]}                          | /sla_error/1/folder required",
        "{'folder':null,'sla':20,'files':[F]}            | /sla_error/1/folder null_not_allowed",
        "{'folder':7,'sla':20,'files':[F]}               | /sla_error/1/folder wrong_type",
        "{'folder':' ','sla':20,'files':[F]}             | /sla_error/1/folder blank",
        "{'folder':'LONG','sla':20,'files':[F]}          | /sla_error/1/folder too_long",
        "{'folder':'/in','files':[F]}                    | /sla_error/1/sla required",
        "{'folder':'/in','sla':'20','files':[F]}         | /sla_error/1/sla wrong_type",
        "{'folder':'/in','sla':0,'files':[F]}            | /sla_error/1/sla below_minimum",
        "{'folder':'/in','sla':1.5,'files':[F]}          | /sla_error/1/sla fraction",
        "{'folder':'/in','sla':5256001,'files':[F]}      | /sla_error/1/sla above_maximum",
        "{'folder':'/in','sla':20}                       | /sla_error/1/files required",
        "{'folder':'/in','sla':20,'files':[]}            | /sla_error/1/files too_few_items",
        "{'folder':'/in','sla':20,'files':{}}            | /sla_error/1/files wrong_type",
        "{'folder':'/in','sla':20,'files':[F,F]}         | /sla_error/1/files/1 duplicate",
        "{'folder':'/in','sla':20,'files':[null]}        | /sla_error/1/files/0 null_not_allowed",
        "{'folder':'/in','sla':20,'files':[F],'x':1}     | /sla_error/1/x unknown_field",
        "{'folder':'/in','sla':20,'files':[{'filename':'a'}]}"
            + " | /sla_error/1/files/0/creationDate required",
        "{'folder':'/in','sla':20,'files':[{'filename':'','creationDate':'2026-11-21T10:00:00Z'}]}"
            + " | /sla_error/1/files/0/filename too_short",
        "{'folder':'/in','sla':20,'files':[F,{'filename':'a','creationDate':'yesterday, at"
            + " noon..'}]} | /sla_error/1/files/1/creationDate bad_format",
        "{'folder':'/in','sla':20,'files':[{'filename':'a','creationDate':'2026-02-30T10:00:00Z'}]}"
            + " | /sla_error/1/files/0/creationDate bad_format",
        "{'folder':'/in','sla':20,'files':[{'filename':'a','creationDate':'0000-01-01T10:00:00Z'}]}"
            + " | /sla_error/1/files/0/creationDate bad_format",
        "[]                                              | /sla_error/1 wrong_type",
      })
  void oneMistakeAnywhereIsNamedAndNothingIsRecorded(String breach, String expected) {
    Received answer =
        file(
            BREACH
                + ","
                + breach
                    .replace("F]", FILE + "]")
                    .replace("F,", FILE + ",")
                    .replace("LONG", "x".repeat(301)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(expected);
    assertThat(product.fakes.slaErrors.errors).isEmpty();
  }

  @Test
  void runsThatAreEmptyOrTooLongAreRefused() {
    assertThat(file("").errors()).containsExactly("/sla_error too_few_items");
    String many =
        IntStream.rangeClosed(0, 100)
            .mapToObj(n -> BREACH.replace("/in/A", "/in/" + n))
            .collect(Collectors.joining(","));
    assertThat(file(many).errors()).containsExactly("/sla_error too_many_items");
    String files =
        IntStream.rangeClosed(0, 400)
            .mapToObj(n -> FILE.replace("a.csv", n + ".csv"))
            .collect(Collectors.joining(","));
    assertThat(file(BREACH.replace(FILE, files)).errors())
        .containsExactly("/sla_error/0/files too_many_items");
    assertThat(product.fakes.slaErrors.errors).isEmpty();
  }

  @Test
  void pagesFollowOneAnotherToTheEnd() {
    for (String folder : List.of("/in/A", "/in/B", "/in/A")) {
      file(BREACH.replace("/in/A", folder).replace("20", "2" + folder.length()));
    }
    file(BREACH.replace("20", "60"));
    List<String> seen = new ArrayList<>();
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      Received page = get("?day=2026-11-21&limit=1" + next.get());
      seen.addAll(folders(page));
      next = page.body().find("next", String.class).map(token -> "&page=" + token);
    }
    assertThat(seen).containsExactly("/in/A", "/in/B", "/in/A");
    assertThat(folders(get("?folder=/in/A"))).containsExactly("/in/A", "/in/A");
    assertThat(folders(get("?folder=/in/A&from=2026-11-21T10:00:00Z&to=2026-11-21T10:00:01Z")))
        .hasSize(2);
    assertThat(folders(get("?folder=/in/A&from=2026-11-21T10:00:01Z"))).isEmpty();
    assertThat(folders(get("?folder=/in/A&to=2026-11-21T10:00:00Z"))).isEmpty();
    assertThat(folders(get("?day=2026-11-20"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                           | folder required",
        "?from=2026-11-21T10:00:00Z                   | folder required",
        "?day=2026-11-21&folder=A                     | folder too_many_filters",
        "?day=2026-11-21&from=2026-11-21T10:00:00Z    | from too_many_filters",
        "?day=2026-11-21&to=2026-11-21T10:00:00Z      | to too_many_filters",
        "?day=2026-11-31                              | day bad_format",
        "?day=0000-11-30                              | day bad_format",
        "?day=21.11.2026                              | day bad_format",
        "?folder=%20                                  | folder blank",
        "?folder=A&from=yesterday-at-noon-or-so       | from bad_format",
        "?folder=A&to=tomorrow-at-noon-or-so          | to bad_format",
        "?folder=A&from=2026-11-21T10:00:00Z&to=2026-11-21T10:00:00Z | from after_end",
        "?folder=A&limit=0                            | limit below_minimum",
        "?folder=A&limit=101                          | limit above_maximum",
        "?folder=A&page=AAAA                          | page bad_page_token",
        "?folder=A&offset=5                           | offset unknown_parameter",
      })
  void parametersThatAreOutOfRangeAreNamed(String query, String expected) {
    Received answer = get(query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(expected);
  }

  @Test
  void aPageTokenBelongsToItsList() {
    file(BREACH + "," + BREACH.replace("20", "21"));
    String list = "?folder=/in/A&from=2026-11-21T00:00:00Z&limit=1";
    String token = get(list).body().text("next");

    assertThat(get(list + "&page=" + token).status()).isEqualTo(200);
    for (String other :
        List.of(
            "?folder=/in/B&from=2026-11-21T00:00:00Z",
            "?folder=/in/A",
            "?day=2026-11-21",
            "?folder=/in/A&from=2026-11-20T00:00:00Z")) {
      assertThat(get(other + "&page=" + token).errors())
          .as(other)
          .containsExactly("page bad_page_token");
    }
  }
}
