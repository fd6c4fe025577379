package dev.sallyport.aws.identity;

import dev.sallyport.application.identity.port.KeySetSource;
import dev.sallyport.application.identity.port.UserDirectory;
import dev.sallyport.aws.secrets.GivenSecrets;
import dev.sallyport.contract.identity.AccountContract;
import dev.sallyport.contract.identity.UserDirectoryContract;
import dev.sallyport.domain.identity.Role;
import dev.sallyport.servers.CognitoLocal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserDirectoryOnCognitoLocalIT implements UserDirectoryContract, AccountContract {
  private final CognitoLocal cognito = CognitoLocal.shared();
  private final String pool = cognito.pool("contract");
  private final String client = cognito.client(pool, "contract");
  private final CognitoIdentityProviderClient calls =
      CognitoIdentityProviderClient.builder()
          .endpointOverride(cognito.uri())
          .region(Region.EU_CENTRAL_1)
          .credentialsProvider(AnonymousCredentialsProvider.create())
          .httpClient(UrlConnectionHttpClient.create())
          .build();

  private int names;

  @BeforeAll
  void registerUsers() {
    USERS.forEach(user ->
        cognito.user(
            pool,
            user.name(),
            user.password(),
            user.roles().stream().map(Role::group).sorted().toList()));
    cognito.invite(pool, INVITED.name(), INVITED.password());
  }

  @AfterAll
  void close() {
    calls.close();
  }

  @Override
  public UserDirectory directory() {
    CognitoClientProof proof =
        new CognitoClientProof(
            new GivenSecrets(List.of(), Optional.empty(), Optional.empty()),
            new CognitoSettings(client));
    return new CognitoUserDirectory(() -> calls, proof, new CognitoAccounts(() -> calls, proof));
  }

  @Override
  public Optional<String> codeOf(String username) {
    return cognito.codeOf(pool, username);
  }

  @Override
  public String newName() {
    names++;
    return "newcomer-" + names;
  }

  /** cognito-local takes any session. */
  @Override
  public boolean areSessionsChecked() {
    return false;
  }

  @Override
  public KeySetSource keys() {
    return new CognitoKeySet(KeySetAddress.ofIssuer(issuer()));
  }

  @Override
  public String issuer() {
    return cognito.issuer(pool).toString();
  }

  @Override
  public String clientId() {
    return client;
  }

  @Override
  public Instant now() {
    return Clock.systemUTC().instant();
  }

  /** cognito-local leaves that claim out; nothing here relies on it. */
  @Override
  public boolean isOriginTold() {
    return false;
  }
}
