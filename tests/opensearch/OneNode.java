import java.util.List;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.Node;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * One node of an OpenSearch cluster: each argument is a setting, name=value. It has a guard where
 * one of them is its own.
 *
 * It is the server itself without its launcher, which refuses to run as root and reads plugins from
 * a folder of a distribution. It ends with its standard input, so that no node outlives the tests.
 */
public class OneNode extends Node {
    OneNode(Settings settings) {
        super(
            new Environment(settings, null),
            plugins(settings),
            true
        );
    }

    private static List<Class<? extends Plugin>> plugins(Settings settings) {
        return settings.hasValue("guard.store")
            ? List.of(Netty4Plugin.class, CommonAnalysisPlugin.class, Guard.class)
            : List.of(Netty4Plugin.class, CommonAnalysisPlugin.class);
    }

    public static void main(String[] arguments) throws Exception {
        Settings.Builder settings = Settings.builder();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        new OneNode(settings.build()).start();
        while (System.in.read() != -1) {
            continue;
        }
        Runtime.getRuntime().halt(0);
    }
}
