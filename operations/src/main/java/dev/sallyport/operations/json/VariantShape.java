package dev.sallyport.operations.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * An object that has one of several forms; read as {@link JsonObject} with the members of all
 * forms, of which only those of the chosen form are there.
 *
 * <p>A tag member chooses the form, or, without one, the first form that has a member of its own
 * that is there.
 */
public final class VariantShape extends Shape {
  private final Optional<String> tag;
  private final SequencedMap<String, ObjectShape> forms;
  private final ObjectShape union;

  private VariantShape(Optional<String> tag, SequencedMap<String, ObjectShape> forms) {
    this.tag = tag;
    this.forms = forms;
    Map<String, Member> all = new LinkedHashMap<>();
    tag.ifPresent(name -> all.put(name, Member.required(name, WordShape.of(forms.keySet()))));
    forms
        .values()
        .forEach(form -> form.members().forEach(m -> all.putIfAbsent(m.name(), m.relaxed())));
    this.union = ObjectShape.of(List.copyOf(all.values()));
  }

  /** Chosen by the word in the member {@code tag}, which the forms themselves do not declare. */
  public static VariantShape byTag(String tag, SequencedMap<String, ObjectShape> forms) {
    return new VariantShape(Optional.of(tag), new LinkedHashMap<>(forms));
  }

  /** Chosen by the members that are there; the forms, named for messages, share none. */
  public static VariantShape byMembers(SequencedMap<String, ObjectShape> forms) {
    return new VariantShape(Optional.empty(), new LinkedHashMap<>(forms));
  }

  @Override
  boolean begins(JsonToken token) {
    return token == JsonToken.START_OBJECT;
  }

  @Override
  String noun() {
    return "an object";
  }

  @Override
  JsonObject read(JsonParser in, Findings findings) throws IOException {
    JsonObject object = union.read(in, findings);
    if (tag.isPresent()) {
      Object word = object.raw(tag.get());
      if (word instanceof String name) {
        checkForm(name, object, findings);
      }
    } else {
      checkForm(presentForm(object), object, findings);
    }
    return object;
  }

  private String presentForm(JsonObject object) {
    for (Map.Entry<String, ObjectShape> form : forms.entrySet()) {
      for (Member member : form.getValue().members()) {
        if (object.has(member.name())) {
          return form.getKey();
        }
      }
    }
    return forms.firstEntry().getKey();
  }

  private void checkForm(String name, JsonObject object, Findings findings) {
    List<Member> members = Objects.requireNonNull(forms.get(name)).members();
    for (Member member : members) {
      if (member.required() && !object.has(member.name())) {
        findings.addAt(member.name(), "required", "is missing");
      }
    }
    for (Member member : union.members()) {
      if (object.has(member.name()) && !belongs(member, members)) {
        findings.addAt(member.name(), "mixed_forms", "does not belong to the form " + name);
      }
    }
  }

  private boolean belongs(Member member, List<Member> members) {
    for (Member own : members) {
      if (own.name().equals(member.name())) {
        return true;
      }
    }
    return tag.filter(member.name()::equals).isPresent();
  }

  @Override
  void writeMembers(JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("oneOf");
    for (Map.Entry<String, ObjectShape> form : forms.entrySet()) {
      form(form).writeSchema(out);
    }
    out.writeEndArray();
  }

  private ObjectShape form(Map.Entry<String, ObjectShape> form) {
    if (tag.isEmpty()) {
      return form.getValue();
    }
    List<Member> members = new ArrayList<>();
    members.add(Member.required(tag.get(), WordShape.of(List.of(form.getKey()))));
    members.addAll(form.getValue().members());
    return ObjectShape.of(members);
  }
}
