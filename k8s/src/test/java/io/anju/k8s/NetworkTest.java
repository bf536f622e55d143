package io.anju.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody talks to anybody, but for the edges of the architecture. */
class NetworkTest {

    private static final String NAME = "app.kubernetes.io/name";

    /** Hears everything that any service tells, its own facts among them, as the kit has it where nothing else is set. */
    private static final String EVIDENCE_LOG = "contract-service";

    /** Who calls whom, as docs and README say it: the gateway everybody; events, tokens and evidence the rest. */
    private static final Set<String> EDGES = Set.of(
            "gateway -> identity-service",
            "gateway -> loan-service",
            "gateway -> contract-service",
            "gateway -> repayment-service",
            "gateway -> care-service",
            "identity-service -> loan-service",
            "identity-service -> contract-service",
            "identity-service -> repayment-service",
            "identity-service -> care-service",
            "loan-service -> identity-service",
            "loan-service -> contract-service",
            "loan-service -> repayment-service",
            "loan-service -> care-service",
            "contract-service -> contract-service",
            "contract-service -> identity-service",
            "contract-service -> loan-service",
            "contract-service -> repayment-service",
            "contract-service -> care-service",
            "repayment-service -> identity-service",
            "repayment-service -> loan-service",
            "repayment-service -> contract-service",
            "repayment-service -> care-service",
            "care-service -> identity-service",
            "care-service -> loan-service",
            "care-service -> contract-service",
            "care-service -> repayment-service");

    @ParameterizedTest
    @MethodSource("io.anju.k8s.Overlay#all")
    void everythingIsDeniedFirst(Overlay overlay) {
        var denied = overlay.get(NetworkPolicy.class, "default-deny").getSpec();
        assertTrue(denied.getPodSelector().getMatchLabels().isEmpty());
        assertTrue(denied.getPodSelector().getMatchExpressions().isEmpty());
        assertEquals(List.of("Ingress", "Egress"), denied.getPolicyTypes());
        assertTrue(denied.getIngress().isEmpty() && denied.getEgress().isEmpty());
    }

    /** A rule without peers would mean everybody, one without ports every port. */
    @ParameterizedTest
    @MethodSource("io.anju.k8s.Overlay#all")
    void noRuleIsWithoutPeersOrPorts(Overlay overlay) {
        for (NetworkPolicy policy : overlay.all(NetworkPolicy.class)) {
            String name = policy.getMetadata().getName();
            for (NetworkPolicyIngressRule rule : policy.getSpec().getIngress()) {
                assertTrue(!rule.getFrom().isEmpty() && !rule.getPorts().isEmpty(), name);
            }
            for (NetworkPolicyEgressRule rule : policy.getSpec().getEgress()) {
                assertTrue(!rule.getTo().isEmpty() && !rule.getPorts().isEmpty(), name);
            }
        }
    }

    @Test
    void callersMayCallWhomTheyNeed() {
        assertEquals(new TreeSet<>(EDGES), edges(Overlay.named("production"), true));
    }

    @Test
    void theCalledLetInWhomTheyShould() {
        assertEquals(new TreeSet<>(EDGES), edges(Overlay.named("production"), false));
    }

    /** Whom a service tells of its events, by its own configuration, it may reach. */
    @Test
    void everyRouteOfAnEventIsAnEdge() throws IOException {
        Set<String> routes = new TreeSet<>();
        for (String service : Overlay.SERVICES.subList(0, 5)) {
            for (String listener : listeners(service)) {
                routes.add(service + " -> " + listener);
            }
        }
        assertFalse(routes.isEmpty());
        routes.removeAll(EDGES);
        assertEquals(Set.of(), routes);
    }

    private static Set<String> listeners(String service) throws IOException {
        Path file = Path.of("..", service, "src", "main", "resources", "application.properties");
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        return Stream.concat(
                        Stream.of(settings.getProperty("anju.outbox.everything", EVIDENCE_LOG)),
                        settings.stringPropertyNames().stream()
                                .filter(name -> name.startsWith("anju.outbox.routes."))
                                .map(settings::getProperty))
                .flatMap(names -> Stream.of(names.split(",")))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private static Set<String> edges(Overlay overlay, boolean outgoing) {
        Set<String> edges = new TreeSet<>();
        for (String service : Overlay.SERVICES) {
            NetworkPolicy policy = overlay.get(NetworkPolicy.class, service);
            Stream<NetworkPolicyPeer> peers = outgoing
                    ? policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream())
                    : policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream());
            peers.filter(peer -> peer.getPodSelector() != null)
                    .map(peer -> peer.getPodSelector().getMatchLabels().get(NAME))
                    .forEach(other -> edges.add(outgoing ? service + " -> " + other : other + " -> " + service));
        }
        return edges;
    }

    /** Those with a port to an institution: SMS and ID registry, bureau, property registry, rail and card network. */
    @Test
    void onlyFourReachOutside() {
        assertEquals(
                Set.of("identity-service", "loan-service", "contract-service", "repayment-service"),
                Overlay.named("production").all(Deployment.class).stream()
                        .filter(deployment -> deployment
                                .getSpec()
                                .getTemplate()
                                .getMetadata()
                                .getLabels()
                                .containsKey("anju.io/outside"))
                        .map(deployment -> deployment.getMetadata().getName())
                        .collect(Collectors.toSet()));
    }

    @Test
    void onlyTheDoorCallbacksAndTheRelayComeInFromOutside() {
        assertEquals(
                Set.of("care-service http", "contract-service http", "gateway http", "repayment-service http"),
                openTo("ingress-nginx", Overlay.named("production")));
    }

    /** What the ingress controller leads to lets it in, and behind the gateway's back only these paths are led to. */
    @Test
    void theIngressLeadsWhereItIsLetIn() {
        Overlay production = Overlay.named("production");
        Set<String> beside = new TreeSet<>();
        for (Ingress ingress : production.all(Ingress.class)) {
            ingress.getSpec().getRules().stream()
                    .flatMap(rule -> rule.getHttp().getPaths().stream())
                    .forEach(path -> {
                        String service = path.getBackend().getService().getName();
                        assertTrue(openTo("ingress-nginx", production).contains(service + " http"), service);
                        if (!service.equals("gateway")) {
                            beside.add(service + " " + path.getPathType() + " " + path.getPath());
                        }
                    });
        }
        assertEquals(
                Set.of(
                        "care-service Exact /internal/contact-redemptions",
                        "contract-service Prefix /callbacks/property-registry",
                        "repayment-service Prefix /callbacks/rail",
                        "repayment-service Prefix /callbacks/wallet"),
                beside);
    }

    /** It hands out phone numbers: to the relay's addresses, and no more of them than calls can begin. */
    @Test
    void theRelaysDoorIsNarrow() {
        var relay = Overlay.named("production").get(Ingress.class, "relay");
        var limits = relay.getMetadata().getAnnotations();
        assertTrue(limits.keySet()
                .containsAll(Set.of(
                        "nginx.ingress.kubernetes.io/whitelist-source-range",
                        "nginx.ingress.kubernetes.io/limit-rps",
                        "nginx.ingress.kubernetes.io/proxy-body-size")));
        assertEquals(
                List.of("relay.example.com"),
                relay.getSpec().getTls().getFirst().getHosts());
    }

    /** Whoever may send the gateway requests may not read its metrics, and the other way round. */
    @ParameterizedTest
    @MethodSource("io.anju.k8s.Overlay#all")
    void prometheusReachesTheMetricsOfEveryServiceAndNothingElseOfTheGateway(Overlay overlay) {
        assertEquals(
                Set.of(
                        "identity-service http",
                        "loan-service http",
                        "contract-service http",
                        "repayment-service http",
                        "care-service http",
                        "gateway management"),
                openTo("monitoring", overlay));
    }

    /** The ports of workloads that are let in to from a namespace, by name. */
    private static Set<String> openTo(String namespace, Overlay overlay) {
        Set<String> open = new TreeSet<>();
        for (Deployment deployment : overlay.all(Deployment.class)) {
            var labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
            overlay.all(NetworkPolicy.class).stream()
                    .map(NetworkPolicy::getSpec)
                    .filter(policy -> selects(policy.getPodSelector(), labels))
                    .flatMap(policy -> policy.getIngress().stream())
                    .filter(rule -> rule.getFrom().stream().anyMatch(peer -> isNamespace(peer, namespace)))
                    .flatMap(rule -> rule.getPorts().stream())
                    .forEach(port -> open.add(deployment.getMetadata().getName() + " "
                            + port.getPort().getValue()));
        }
        return open;
    }

    private static boolean isNamespace(NetworkPolicyPeer peer, String namespace) {
        return peer.getNamespaceSelector() != null
                && namespace.equals(peer.getNamespaceSelector().getMatchLabels().get("kubernetes.io/metadata.name"));
    }

    private static boolean selects(LabelSelector selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
                && selector.getMatchExpressions().stream().allMatch(expression -> switch (expression.getOperator()) {
                    case "In" -> expression.getValues().contains(labels.get(expression.getKey()));
                    case "NotIn" -> !expression.getValues().contains(labels.get(expression.getKey()));
                    default -> throw new AssertionError("this test does not know " + expression.getOperator());
                });
    }

    @ParameterizedTest
    @MethodSource("io.anju.k8s.Overlay#all")
    void aDatabaseIsReachedByItsOwnServiceAlone(Overlay overlay) {
        for (String service : Overlay.SERVICES.subList(0, 5)) {
            String database = service.substring(0, service.indexOf('-'));
            var policy =
                    overlay.get(NetworkPolicy.class, database + "-database").getSpec();
            assertEquals(database, policy.getPodSelector().getMatchLabels().get("anju.io/database"));
            assertEquals(
                    Set.of("anju.io/serves-" + database),
                    policy.getEgress()
                            .getFirst()
                            .getTo()
                            .getFirst()
                            .getPodSelector()
                            .getMatchLabels()
                            .keySet());
        }
    }

    /** Replicas that cannot reach it would count by themselves, and nobody would notice. */
    @Test
    void theGatewaysReplicasReachTheDatabaseInWhichTheyCountTogether() {
        Overlay production = Overlay.named("production");
        var policy = production.get(NetworkPolicy.class, "gateway-database").getSpec();
        var pod = production.get(Deployment.class, "gateway").getSpec().getTemplate();
        Map<String, String> settings =
                production.get(ConfigMap.class, "gateway").getData();

        assertTrue(pod.getMetadata()
                .getLabels()
                .entrySet()
                .containsAll(policy.getPodSelector().getMatchLabels().entrySet()));
        NetworkPolicyEgressRule way = policy.getEgress().getFirst();
        assertEquals(
                Map.of("anju.io/serves-gateway", "true"),
                way.getTo().getFirst().getPodSelector().getMatchLabels());
        assertEquals(
                "postgresql://gateway-db-rw:"
                        + way.getPorts().getFirst().getPort().getIntVal() + "/gateway",
                settings.get("QUARKUS_DATASOURCE_REACTIVE_URL"));
        assertEquals("gateway", settings.get("QUARKUS_DATASOURCE_USERNAME"));
        assertEquals(
                "gateway",
                pod.getSpec().getContainers().getFirst().getEnv().stream()
                        .filter(variable -> variable.getName().equals("QUARKUS_DATASOURCE_PASSWORD"))
                        .findFirst()
                        .orElseThrow()
                        .getValueFrom()
                        .getSecretKeyRef()
                        .getName());
    }
}
