package cn.yiqilai.platform;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** Runs the command that was named, or serves until told to stop. */
public class CommandLine implements QuarkusApplication {
    private final Instance<Command> commands;
    private final Event<Serving> serving;

    @Inject
    CommandLine(@Any Instance<Command> commands, Event<Serving> serving) {
        this.commands = commands;
        this.serving = serving;
    }

    @Override
    public int run(String... arguments) throws Exception {
        if (arguments.length == 0) {
            serving.fire(new Serving());
            Quarkus.waitForExit();
            return 0;
        }
        var rest = List.of(arguments).subList(1, arguments.length);
        for (var command : commands) {
            if (command.name().equals(arguments[0])) {
                return command.run(rest);
            }
        }
        System.err.println(Messages.of("command.unknown", arguments[0]));
        return 2;
    }
}
