package dev.sallyport.http.cli;

import dev.sallyport.contract.http.HttpContract;
import dev.sallyport.contract.http.PictureHttpContract;
import dev.sallyport.http.aws.TestServices;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server that a configuration file describes keeps the contract of every entrypoint: tables on
 * DynamoDB Local, objects on S3Proxy, queues on ElasticMQ, real tokens of an issuer on loopback.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpContractOnDynamoDbLocalIT implements HttpContract, PictureHttpContract {
  private static final String ORIGIN = "https://portal.example.org";

  private TestServices services;
  private ConfiguredServer server;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    services = TestServices.made().with("cors-origin", ORIGIN).with("workers", "2");
    server = ConfiguredServer.start(services.write(folder));
  }

  @AfterAll
  void stop() {
    server.close();
    services.close();
  }

  @Override
  public URI base() {
    return server.url();
  }

  @Override
  public String adminToken() {
    return services.token("ann", "admin");
  }

  @Override
  public String triagerToken() {
    return services.token("tom", "triager");
  }

  @Override
  public String userToken() {
    return services.token("uma");
  }

  @Override
  public String allowedOrigin() {
    return ORIGIN;
  }
}
