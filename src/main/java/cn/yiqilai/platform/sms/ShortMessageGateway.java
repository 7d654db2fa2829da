package cn.yiqilai.platform.sms;

import cn.yiqilai.platform.Settings;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Where short messages are handed over, and the secret shared with it; both may be absent. */
@ApplicationScoped
class ShortMessageGateway {
    private static final Logger LOG = Logger.getLogger(ShortMessageGateway.class);
    private static final int SHORTEST_SECRET = 16;

    private final Settings settings;

    ShortMessageGateway(Settings settings) {
        this.settings = settings;
    }

    /** A wrong setting stops the start: otherwise messages would wait for days before anybody wonders. */
    void atStart(@Observes StartupEvent event) {
        if (url().isEmpty()) {
            LOG.info("No SMS_GATEWAY_URL: short messages are kept and not sent");
        } else if (secret().isEmpty()) {
            throw new IllegalStateException("SMS_GATEWAY_URL needs an SMS_GATEWAY_SECRET, too");
        }
        secret().filter(text -> text.length() < SHORTEST_SECRET).ifPresent(text -> {
            throw new IllegalStateException("SMS_GATEWAY_SECRET needs at least " + SHORTEST_SECRET + " characters");
        });
    }

    Optional<URI> url() {
        return settings.smsGatewayUrl().filter(text -> !text.isBlank()).map(ShortMessageGateway::parse);
    }

    Optional<String> secret() {
        return settings.smsGatewaySecret().filter(text -> !text.isBlank());
    }

    private static URI parse(String text) {
        var url = URI.create(text.strip());
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalStateException("SMS_GATEWAY_URL must begin with http:// or https:// and a host");
        }
        return url;
    }
}
