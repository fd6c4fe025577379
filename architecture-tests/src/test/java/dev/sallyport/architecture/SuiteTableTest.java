package dev.sallyport.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.architecture.Backend.Suite;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

class SuiteTableTest {
  private static SuiteReport read(String xml) throws XMLStreamException {
    return SuiteReport.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aReportSaysWhatRanAndWhatFailed() throws Exception {
    assertThat(
            read(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="a.b.ThingOnS3ProxyIT$Nested" time="1" tests="9" errors="1" skipped="2" failures="3">
                  <properties/>
                </testsuite>
                """))
        .isEqualTo(new SuiteReport("ThingOnS3ProxyIT", 7, 4));
  }

  @Test
  void somethingElseIsNoReport() {
    assertThatThrownBy(() -> read("<html/>")).isInstanceOf(XMLStreamException.class);
    assertThatThrownBy(() -> read("<testsuite")).isInstanceOf(XMLStreamException.class);
  }

  @Test
  void aClassNameSaysSuiteAndBackend() {
    assertThat(Suite.ofClass("InMemoryReportStoreTest"))
        .contains(new Suite("ReportStore", Backend.IN_MEMORY));
    assertThat(Suite.ofClass("ReportStoreOnDynamoDbLocalIT"))
        .contains(new Suite("ReportStore", Backend.DYNAMO_DB_LOCAL));
    assertThat(Suite.ofClass("OnlyOnceOnElasticMqIT"))
        .contains(new Suite("OnlyOnce", Backend.ELASTIC_MQ));
    assertThat(Suite.ofClass("ReportStoreTest")).isEmpty();
    assertThat(Suite.ofClass("ReportStoreOnPaperIT")).isEmpty();
  }

  @Test
  void everySuiteIsARowAndEveryBackendAColumn() {
    SuiteTable table =
        new SuiteTable(
            List.of(
                new Suite("Outbox", Backend.IN_MEMORY),
                new Suite("Outbox", Backend.DYNAMO_DB_LOCAL),
                new Suite("Storage", Backend.S3_PROXY),
                new Suite("Storage", Backend.CEPH_RGW)),
            List.of(
                new SuiteReport("InMemoryOutboxTest", 7, 0),
                new SuiteReport("OutboxOnDynamoDbLocalIT", 5, 2),
                new SuiteReport("OutboxOnDynamoDbLocalIT", 1, 0),
                new SuiteReport("StorageOnS3ProxyIT", 0, 0),
                new SuiteReport("InMemorySomethingElseTest", 3, 3)));

    assertThat(table.text())
        .isEqualTo(
            """
            suite    in memory  DynamoDB Local  ElasticMQ  S3Proxy  cognito-local  Node  clamd  Ceph RGW  LocalStack
            Outbox   7          2 of 6 failed   -          -        -              -     -      -         -
            Storage  -          -               -          not run  -              -     -      not run   -
            S3Proxy: not run, or not all of it. To run it: mvn verify
            Ceph RGW: not run, or not all of it. To run it: mvn verify -Prgw (needs Debian's radosgw ceph-mon ceph-osd)\
            """);
    assertThat(table.failed()).containsExactly("Outbox on DynamoDB Local");
    assertThat(table.notRun()).containsExactly(Backend.S3_PROXY, Backend.CEPH_RGW);
  }
}
