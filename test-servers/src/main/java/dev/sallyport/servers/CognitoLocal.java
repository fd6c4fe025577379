package dev.sallyport.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

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
  private final Path users;

  private CognitoLocal(ServerProcess process, Path users) {
    this.process = process;
    this.users = users;
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

  /** Makes a user who has to choose another password at the first sign-in. */
  public void invite(String poolId, String name, String password) {
    AwsJson.call(
        uri(),
        TARGET + "AdminCreateUser",
        out -> {
          out.writeStringField("UserPoolId", poolId);
          out.writeStringField("Username", name);
          out.writeStringField("TemporaryPassword", password);
          out.writeStringField("MessageAction", "SUPPRESS");
        });
  }

  /** Returns the code that was last sent to a user; the server keeps it in a file. */
  public Optional<String> codeOf(String poolId, String name) {
    try {
      return AwsJson.find(
          Files.readString(users.resolve(poolId + ".json")),
          List.of("Users", name, "ConfirmationCode"));
    } catch (IOException e) {
      throw new UncheckedIOException("the users of a pool cannot be read", e);
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
    AtomicReference<Path> home = new AtomicReference<>();
    ServerProcess process =
        ServerProcess.start(
            "cognito-local",
            PATIENCE,
            (port, folder) -> {
              home.set(folder);
              Files.createDirectory(folder.resolve(".cognito"));
              Files.writeString(folder.resolve(".cognito/config.json"), CONFIGURATION);
              return List.of(
                  "/usr/bin/env", "HOST=127.0.0.1", "PORT=" + port, "node", program.toString());
            });
    return new CognitoLocal(process, home.get().resolve(".cognito").resolve("db"));
  }

  private static final class Shared {
    static final CognitoLocal SERVER = start();
  }
}
