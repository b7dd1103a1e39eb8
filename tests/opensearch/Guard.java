import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.opensearch.client.node.NodeClient;
import org.opensearch.common.settings.Setting;
import org.opensearch.common.settings.Settings;
import org.opensearch.common.util.concurrent.ThreadContext;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.plugins.ActionPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.SecureHttpTransportSettingsProvider;
import org.opensearch.plugins.SecureSettingsFactory;
import org.opensearch.plugins.SecureTransportSettingsProvider;
import org.opensearch.plugins.TransportExceptionHandler;
import org.opensearch.rest.BytesRestResponse;
import org.opensearch.rest.RestChannel;
import org.opensearch.rest.RestHandler;
import org.opensearch.rest.RestRequest;

/** What a cluster out of the house has: https by the server's own transport, and one user. */
public class Guard extends Plugin implements ActionPlugin {
    private static final Setting<String> STORE = of("guard.store");
    private static final Setting<String> WORD = of("guard.word");
    private static final Setting<String> USER = of("guard.user");

    private final Settings settings;

    public Guard(Settings settings) {
        this.settings = settings;
    }

    private static Setting<String> of(String name) {
        return Setting.simpleString(name, Setting.Property.NodeScope);
    }

    @Override
    public List<Setting<?>> getSettings() {
        return List.of(STORE, WORD, USER);
    }

    @Override
    public UnaryOperator<RestHandler> getRestHandlerWrapper(ThreadContext context) {
        byte[] bytes = USER.get(settings).getBytes(StandardCharsets.UTF_8);
        String wanted = "Basic " + Base64.getEncoder().encodeToString(bytes);
        return handler -> new Asking(handler, wanted);
    }

    private static class Asking extends RestHandler.Wrapper {
        private final String wanted;

        Asking(RestHandler handler, String wanted) {
            super(handler);
            this.wanted = wanted;
        }

        @Override
        public void handleRequest(RestRequest request, RestChannel channel, NodeClient client)
            throws Exception {
            if (wanted.equals(request.header("Authorization"))) {
                super.handleRequest(request, channel, client);
            } else {
                channel.sendResponse(new BytesRestResponse(RestStatus.UNAUTHORIZED, "Unauthorized"));
            }
        }
    }

    @Override
    public Optional<SecureSettingsFactory> getSecureSettingFactory(Settings settings) {
        return Optional.of(new SecureSettingsFactory() {
            @Override
            public Optional<SecureTransportSettingsProvider> getSecureTransportSettingsProvider(
                Settings settings
            ) {
                return Optional.empty();
            }

            @Override
            public Optional<SecureHttpTransportSettingsProvider>
                getSecureHttpTransportSettingsProvider(Settings settings) {
                return Optional.of(new Https());
            }
        });
    }

    private class Https implements SecureHttpTransportSettingsProvider {
        @Override
        public Optional<TransportExceptionHandler> buildHttpServerExceptionHandler(
            Settings settings,
            HttpServerTransport transport
        ) {
            return Optional.empty();
        }

        @Override
        public Optional<SSLEngine> buildSecureHttpServerEngine(
            Settings ignored,
            HttpServerTransport transport
        ) {
            try (InputStream stored = Files.newInputStream(Path.of(STORE.get(settings)))) {
                char[] word = WORD.get(settings).toCharArray();
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(stored, word);
                KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
                keys.init(store, word);
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(keys.getKeyManagers(), null, null);
                SSLEngine engine = context.createSSLEngine();
                engine.setUseClientMode(false);
                return Optional.of(engine);
            } catch (Exception error) {
                throw new IllegalStateException(error);
            }
        }
    }
}
