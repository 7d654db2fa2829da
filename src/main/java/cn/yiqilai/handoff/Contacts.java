package cn.yiqilai.handoff;

import cn.yiqilai.access.Account;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds contacts for those whose business they are: who works at their desk, who has them, who supervises. */
@ApplicationScoped
public class Contacts {
    private final ContactRecords records;
    private final ContactLog log;
    private final Desks desks;

    Contacts(ContactRecords records, ContactLog log, Desks desks) {
        this.records = records;
        this.log = log;
        this.desks = desks;
    }

    /** @throws ProblemException 404 also for another desk's: the caller cannot tell which */
    public Contact find(ContactId id, Account account) {
        return records.find(id).filter(contact -> sees(account, contact)).orElseThrow(Contacts::unknown);
    }

    public static ProblemException unknown() {
        return Problem.notFound("handoff.unknown").asException();
    }

    private boolean sees(Account account, Contact contact) {
        return Desks.seesAll(account)
                || desks.find(contact.desk())
                        .filter(desk -> desk.employs(account.id()))
                        .isPresent()
                || contact.isOpen()
                        && contact.person().filter(account.id()::equals).isPresent();
    }

    /**
     * @param desk null = all that the account may look at
     * @param mine only those that are one's own or ring at one
     */
    public Page<Contact> list(
            ContactRecords.Queue queue, @Nullable String desk, boolean mine, Account account, Page.Request page) {
        var visible = desks.idsOf(account);
        if (desk != null && !visible.contains(desk)) {
            throw Problem.notFound("handoff.desk-unknown").asException();
        }
        var wanted = desk == null ? visible : Set.of(desk);
        return records.list(new ContactRecords.Filter(queue, wanted, mine ? account.id() : null), page);
    }

    /** What happened to it, oldest first. */
    public List<ContactEvent> history(ContactId id) {
        return log.of(id);
    }
}
