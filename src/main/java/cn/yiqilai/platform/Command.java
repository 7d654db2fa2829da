package cn.yiqilai.platform;

import java.util.List;

/**
 * Something that is run from the command line on the service's own parts and then ends: {@code ./run eval}, {@code ./run
 * bench}. Every bean of this type is a command.
 */
public interface Command {
    /** The word behind {@code ./run}. */
    String name();

    /**
     * @param arguments what stood behind the name
     * @return the exit code, 0 when all went well
     */
    int run(List<String> arguments) throws Exception;
}
