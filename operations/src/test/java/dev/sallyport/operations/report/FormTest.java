package dev.sallyport.operations.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
  private static final String PATH = "/service/clientconfiguration";
  private static final String FIELDS =
      "\"fields\":[{\"title\":\"Kind\",\"type\":\"predefined\",\"multipleSelect\":true,"
          + "\"predefines\":[\"a\",\"b\"],\"defaultValue\":\"b\"},"
          + "{\"title\":\"Note\",\"type\":\"text\",\"maxChars\":10,\"defaultValue\":\"\"},"
          + "{\"title\":\"Machine\",\"type\":\"object\",\"properties\":["
          + "{\"title\":\"Note\",\"type\":\"text\",\"maxChars\":10000}]}]";

  private final Product product = new Product();

  private Received put(String body) {
    return product.send("PUT", PATH).as("admin").json(body).send();
  }

  @Test
  void theFormBeginsEmpty() {
    Received answer = product.send("GET", PATH).send();
    assertThat(answer.text()).isEqualTo("{\"fields\":[],\"version\":0}");
    assertThat(answer.header("ETag")).isEqualTo("\"0\"");
  }

  @Test
  void whatWasPutIsShown() {
    Received put = put("{" + FIELDS + ",\"version\":0}");
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.text()).isEqualTo("{" + FIELDS + ",\"version\":1}");
    assertThat(product.send("GET", PATH).send().text()).isEqualTo(put.text());
    assertThat(put(put.text()).header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void theVersionMayStandInTheHeader() {
    Received answer =
        product
            .send("PUT", PATH)
            .as("admin")
            .header("If-Match", "\"0\"")
            .json("{\"fields\":[]}")
            .send();
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void aChangeNamesOneCurrentVersion() {
    assertThat(put("{\"fields\":[]}").status()).isEqualTo(428);
    Received stale = put("{\"fields\":[],\"version\":7}");
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.body().get("version", Long.class)).isEqualTo(0);
    assertThat(
            product
                .send("PUT", PATH)
                .as("admin")
                .header("If-Match", "\"0\"")
                .json("{\"fields\":[],\"version\":1}")
                .send()
                .errors())
        .containsExactly("/version contradiction");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'title':'t','type':'other'}                                   | /fields/0/type"
            + " not_allowed",
        "{'title':'t','type':'predefined'}                              | /fields/0/predefines"
            + " required",
        "{'title':'t','type':'predefined','predefines':[]}              | /fields/0/predefines"
            + " too_few_items",
        "{'title':'t','type':'predefined','predefines':['a','a']}       | /fields/0/predefines/1"
            + " duplicate",
        "{'title':'t','type':'predefined','predefines':[' ']}           | /fields/0/predefines/0"
            + " blank",
        "{'title':'t','type':'predefined','predefines':['a'],'defaultValue':'b'} |"
            + " /fields/0/defaultValue not_allowed",
        "{'title':'t','type':'text','predefines':['a']}                 | /fields/0/predefines"
            + " mixed_forms",
        "{'title':'t','type':'text','maxChars':0}                       | /fields/0/maxChars"
            + " below_minimum",
        "{'title':'t','type':'text','maxChars':10001}                   | /fields/0/maxChars"
            + " above_maximum",
        "{'title':'t','type':'text','maxChars':1,'defaultValue':'ab'}   | /fields/0/defaultValue"
            + " too_long",
        "{'title':'t','type':'text','maxChars':1.5}                     | /fields/0/maxChars"
            + " fraction",
        "{'title':'t','type':'text','maxChars':null}                    | /fields/0/maxChars"
            + " null_not_allowed",
        "{'title':'t','type':'text','colour':'red'}                     | /fields/0/colour"
            + " unknown_field",
        "{'title':'t','type':'predefined','predefines':['a'],'multipleSelect':'yes'} |"
            + " /fields/0/multipleSelect wrong_type",
        "{'title':'t','type':'predefined','predefines':[null]}          | /fields/0/predefines/0"
            + " null_not_allowed",
        "{'title':7,'type':'text'}                                      | /fields/0/title"
            + " wrong_type",
        "{'title':null,'type':'text'}                                   | /fields/0/title"
            + " null_not_allowed",
        "{'title':'a\\nb','type':'text'}                                | /fields/0/title"
            + " control_character",
        "{'title':' ','type':'text'}                                    | /fields/0/title blank",
        "{'type':'text'}                                                | /fields/0/title required",
        "{'title':'t','type':'text'},{'title':'t','type':'text'}        | /fields/1/title"
            + " duplicate",
        "{'title':'t','type':'object'}                                  | /fields/0/properties"
            + " required",
        "{'title':'t','type':'object','properties':[{'title':'t','type':'object','properties':[]}]}"
            + " | /fields/0/properties/0/type not_allowed",
        "{'title':'t','type':'object','properties':[{'title':'t','type':'text'},{'title':'t','type':'text'}]}"
            + " | /fields/0/properties/1/title duplicate",
      })
  void fieldsThatMakeNoFormAreNamed(String field, String expected) {
    Received answer = put("{\"version\":0,\"fields\":[" + field.replace('\'', '"') + "]}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).contains(expected);
  }
}
