package cn.yiqilai.studio;

import java.time.Duration;
import java.util.List;

/**
 * How long each part of {@code ./run load} takes.
 *
 * @param warmUp before anything is counted, half of it with editors: a virtual machine compiles what it runs for its first
 *     several thousand questions, on the cores that answer them
 * @param throughput of asking and encoding together, in rounds of both
 * @param tail at half of that throughput, with editors; a third of it more without them
 * @param overload at five times
 * @param connections of those who ask one question after the other
 */
record LoadPlan(Duration warmUp, Duration throughput, Duration tail, Duration overload, int connections) {
    private static final int CONNECTIONS_A_CORE = 8;

    LoadPlan {
        if (connections < 1) {
            throw new IllegalArgumentException("--connections: at least 1");
        }
    }

    /** @throws IllegalArgumentException for a value that is no number of seconds; the message names the option */
    static LoadPlan of(List<String> arguments) {
        return new LoadPlan(
                seconds(arguments, "--warm-up=", 60),
                seconds(arguments, "--throughput=", 48),
                seconds(arguments, "--tail=", 60),
                seconds(arguments, "--overload=", 25),
                number(
                        arguments,
                        "--connections=",
                        CONNECTIONS_A_CORE * Runtime.getRuntime().availableProcessors()));
    }

    private static Duration seconds(List<String> arguments, String option, int otherwise) {
        return Duration.ofSeconds(number(arguments, option, otherwise));
    }

    private static int number(List<String> arguments, String option, int otherwise) {
        return arguments.stream()
                .filter(argument -> argument.startsWith(option))
                .map(argument -> number(option, argument.substring(option.length())))
                .findFirst()
                .orElse(otherwise);
    }

    private static int number(String option, String value) {
        if (!value.matches("[1-9][0-9]{0,4}")) {
            throw new IllegalArgumentException(option + " wants a whole number from 1, not " + value);
        }
        return Integer.parseInt(value);
    }
}
