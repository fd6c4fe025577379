package dev.sallyport.http.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.inmemory.identity.InMemoryUser;
import dev.sallyport.operations.settings.Mistakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersFileTest {
  @TempDir Path folder;
  private final Mistakes mistakes = new Mistakes();
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("users");
  }

  @Test
  void readsOneUserFromEachLine() throws IOException {
    write("# the team\n\nann:correct-horse:admin\ntom:battery:staple:triager\n", "rw-------");
    List<InMemoryUser> users = UsersFile.read(file, mistakes);
    assertThat(mistakes.all()).isEmpty();
    assertThat(users).extracting(InMemoryUser::name).containsExactly("ann", "tom");
    assertThat(users.getLast().password()).isEqualTo("battery:staple");
  }

  @Test
  void refusesAFileThatOthersMayTouch() throws IOException {
    for (String mode : List.of("rw-r-----", "rw----r--", "rw--w----", "rwx------")) {
      Mistakes found = new Mistakes();
      write("ann:correct-horse:admin\n", mode);
      assertThat(UsersFile.read(file, found)).as(mode).isEmpty();
      assertThat(found.all()).as(mode).singleElement().asString().contains("chmod 600");
    }
  }

  @Test
  void namesTheLinesThatAreWrongAndNeverTheirText() throws IOException {
    write("ann\ntom:battery-staple:boss\nliz:correct-horse:admin\n", "r--------");
    UsersFile.read(file, mistakes);
    assertThat(mistakes.all()).hasSize(2);
    assertThat(mistakes.all().get(0)).endsWith("users, line 1: not name:password:role");
    assertThat(mistakes.all().get(1)).contains("line 2: the role").doesNotContain("battery");
  }

  @Test
  void refusesWhatIsNoFileOrHoldsNobody() throws IOException {
    UsersFile.read(folder.resolve("absent"), mistakes);
    UsersFile.read(folder, mistakes);
    write("# nobody yet\n", "rw-------");
    UsersFile.read(file, mistakes);
    assertThat(mistakes.all()).hasSize(3);
    assertThat(mistakes.all().getLast()).endsWith("holds no user");
  }

  private void write(String text, String mode) throws IOException {
    Files.deleteIfExists(file);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }
}
