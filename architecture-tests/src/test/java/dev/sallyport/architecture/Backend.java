package dev.sallyport.architecture;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a suite can stand on, told by the name of its class. */
enum Backend {
  IN_MEMORY("InMemory", "in memory", "mvn verify"),
  DYNAMO_DB_LOCAL("DynamoDbLocal", "DynamoDB Local", "mvn verify"),
  ELASTIC_MQ("ElasticMq", "ElasticMQ", "mvn verify"),
  S3_PROXY("S3Proxy", "S3Proxy", "mvn verify"),
  COGNITO_LOCAL("CognitoLocal", "cognito-local", "mvn verify -Pservers (needs npm)"),
  NODE("Node", "Node", "mvn verify -Pservers (needs npm)"),
  CLAMD("Clamd", "clamd", "mvn verify -Pservers (needs Debian's clamav-daemon)"),
  CEPH_RGW("CephRgw", "Ceph RGW", "mvn verify -Prgw (needs Debian's radosgw ceph-mon ceph-osd)"),
  LOCAL_STACK("LocalStack", "LocalStack", "where a Docker engine is");

  private static final Pattern ON_SERVER = Pattern.compile("(\\w+?)On([A-Z]\\w*)IT");
  private static final Pattern ON_MEMORY = Pattern.compile("InMemory(\\w+)Test");

  private final String word;
  private final String title;
  private final String remedy;

  Backend(String word, String title, String remedy) {
    this.word = word;
    this.title = title;
    this.remedy = remedy;
  }

  /** A suite and what it stands on. */
  record Suite(String name, Backend backend) {
    /**
     * Understands {@code InMemory<Suite>Test} and {@code <Suite>On<Backend>IT}.
     *
     * @param className without its package
     */
    static Optional<Suite> ofClass(String className) {
      Matcher memory = ON_MEMORY.matcher(className);
      if (memory.matches()) {
        return Optional.of(new Suite(memory.group(1), IN_MEMORY));
      }
      Matcher server = ON_SERVER.matcher(className);
      return server.matches()
          ? Backend.of(server.group(2)).map(backend -> new Suite(server.group(1), backend))
          : Optional.empty();
    }
  }

  private static Optional<Backend> of(String word) {
    return Arrays.stream(values()).filter(backend -> backend.word.equals(word)).findFirst();
  }

  String title() {
    return title;
  }

  /** How its suites come to run. */
  String remedy() {
    return remedy;
  }
}
