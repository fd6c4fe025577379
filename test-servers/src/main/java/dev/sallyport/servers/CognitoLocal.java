package dev.sallyport.servers;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * cognito-local: user pools that sign in users and sign tokens, in memory.
 *
 * <p>A Node program that {@code npm ci} fetches, once, to a folder beside this room's classes or
 * archive. It looks at no credentials.
 *
 * @see <a href="https://github.com/jagregory/cognito-local">cognito-local</a>
 */
public final class CognitoLocal {
  private static final String TARGET = "AWSCognitoIdentityProviderService.";

  /** Unsaid, it takes only addresses of mail as names of users, whatever the pool says. */
  private static final String CONFIGURATION = "{\"UserPoolDefaults\":{\"UsernameAttributes\":[]}}";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ServerProcess process;

  private CognitoLocal(ServerProcess process) {
    this.process = process;
  }

  /**
   * The one server of this JVM, started by the first who asks; it ends with this JVM.
   *
   * @throws IllegalStateException if Node or npm is missing or the packages cannot be fetched
   */
  public static CognitoLocal shared() {
    return Shared.SERVER;
  }

  /** Where it answers, such as {@code http://127.0.0.1:40123}. */
  public URI uri() {
    return process.uri();
  }

  /** Makes a user pool and returns its id. */
  public String pool(String name) {
    return AwsJson.text(
        AwsJson.call(
            uri(), TARGET + "CreateUserPool", out -> out.writeStringField("PoolName", name)),
        "Id");
  }

  /** Who signs the pool's tokens; their keys are at {@code /.well-known/jwks.json} below it. */
  public URI issuer(String poolId) {
    return URI.create(uri() + "/" + poolId);
  }

  /**
   * Makes a client without a secret that may sign users in by password; returns its id. Its tokens
   * live for an hour, as Cognito's do unless told otherwise.
   */
  public String client(String poolId, String name) {
    return AwsJson.text(
        AwsJson.call(
            uri(),
            TARGET + "CreateUserPoolClient",
            out -> {
              out.writeStringField("UserPoolId", poolId);
              out.writeStringField("ClientName", name);
              out.writeArrayFieldStart("ExplicitAuthFlows");
              out.writeString("ALLOW_USER_PASSWORD_AUTH");
              out.writeString("ALLOW_ADMIN_USER_PASSWORD_AUTH");
              out.writeString("ALLOW_REFRESH_TOKEN_AUTH");
              out.writeEndArray();
              out.writeNumberField("AccessTokenValidity", 1);
              out.writeNumberField("IdTokenValidity", 1);
              out.writeObjectFieldStart("TokenValidityUnits");
              out.writeStringField("AccessToken", "hours");
              out.writeStringField("IdToken", "hours");
              out.writeEndObject();
            }),
        "ClientId");
  }

  /** Makes a user who can sign in with that password at once, and is in these groups. */
  public void user(String poolId, String name, String password, List<String> groups) {
    call(poolId, name, "AdminCreateUser", "MessageAction", "SUPPRESS");
    AwsJson.call(
        uri(),
        TARGET + "AdminSetUserPassword",
        out -> {
          out.writeStringField("UserPoolId", poolId);
          out.writeStringField("Username", name);
          out.writeStringField("Password", password);
          out.writeBooleanField("Permanent", true);
        });
    for (String group : groups) {
      call(poolId, name, "CreateGroup", "GroupName", group);
      call(poolId, name, "AdminAddUserToGroup", "GroupName", group);
    }
  }

  private void call(String poolId, String user, String action, String key, String value) {
    AwsJson.call(
        uri(),
        TARGET + action,
        out -> {
          out.writeStringField("UserPoolId", poolId);
          out.writeStringField("Username", user);
          out.writeStringField(key, value);
        });
  }

  private static CognitoLocal start() {
    Path program =
        NodePackages.installed("cognito-local").resolve("cognito-local/lib/bin/start.js");
    return new CognitoLocal(
        ServerProcess.start(
            "cognito-local",
            PATIENCE,
            (port, folder) -> {
              Files.createDirectory(folder.resolve(".cognito"));
              Files.writeString(folder.resolve(".cognito/config.json"), CONFIGURATION);
              return List.of(
                  "/usr/bin/env", "HOST=127.0.0.1", "PORT=" + port, "node", program.toString());
            }));
  }

  private static final class Shared {
    static final CognitoLocal SERVER = start();
  }
}
