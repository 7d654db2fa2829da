package cn.yiqilai.directory;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What staff read of a contact.
 *
 * @param name, numbers masked for whoever need not know, see {@link Visibility}
 */
@Schema(name = "DirectoryContact")
public record ContactView(@Nullable String name, List<String> numbers) {
    static ContactView of(Contact contact, boolean clear) {
        return new ContactView(
                clear ? contact.name() : PersonName.masked(contact.name()), numbers(contact.numbers(), clear));
    }

    static List<String> numbers(List<String> numbers, boolean clear) {
        var shown = new ArrayList<String>();
        for (var number : numbers) {
            var masked = Telephone.masked(number);
            shown.add(clear || masked == null ? number : masked);
        }
        return List.copyOf(shown);
    }

    /** Says nothing of the person, because logs are read by many. */
    @Override
    public String toString() {
        return "DirectoryContact";
    }
}
