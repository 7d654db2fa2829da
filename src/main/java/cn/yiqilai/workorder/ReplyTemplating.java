package cn.yiqilai.workorder;

import cn.yiqilai.access.AuditTrail;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.workorder.reply.ReplyTemplate;
import cn.yiqilai.workorder.reply.ReplyTemplates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Keeps the city's form of a reply. A new version holds for replies that are proposed from now on. */
@ApplicationScoped
public class ReplyTemplating {
    private final ReplyTemplates templates;
    private final AuditTrail audit;
    private final Clock clock;

    ReplyTemplating(ReplyTemplates templates, AuditTrail audit, Clock clock) {
        this.templates = templates;
        this.audit = audit;
        this.clock = clock;
    }

    public ReplyTemplate current() {
        return templates.current();
    }

    /**
     * @param seen the version that was looked at
     * @throws cn.yiqilai.platform.ProblemException 409 with the template as it is, when that is another one by now
     */
    @Transactional
    public ReplyTemplate change(int seen, String name, List<ReplyTemplate.Field> fields, Officer officer) {
        var current = templates.current();
        var next = new ReplyTemplate(seen + 1, name, fields);
        if (current.version() != seen || !templates.save(next, officer.actor(), clock.instant())) {
            throw Problem.conflict("workorder.template-stale")
                    .with("current", templates.current())
                    .asException();
        }
        audit.record(
                officer.actor(),
                "reply-template.change",
                "reply-template",
                Integer.toString(next.version()),
                Map.of("version", Integer.toString(next.version())));
        return next;
    }
}
