package io.anju.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every object is one that the API knows, with fields that it knows. */
class SchemaTest {

    @ParameterizedTest
    @MethodSource("io.anju.k8s.Overlay#all")
    void everyKindIsKnown(Overlay overlay) {
        assertFalse(overlay.objects().isEmpty());
        overlay.objects().forEach(object -> assertFalse(object instanceof GenericKubernetesResource, object::toString));
    }

    @ParameterizedTest
    @MethodSource("io.anju.k8s.Overlay#all")
    void noFieldIsUnknown(Overlay overlay) {
        assertEquals(
                List.of(),
                overlay.objects().stream()
                        .flatMap(object -> UnknownFields.in(object).stream())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("io.anju.k8s.Overlay#all")
    void namesAreLegalAndOnce(Overlay overlay) {
        List<String> names = overlay.objects().stream()
                .map(object -> object.getKind() + "/" + object.getMetadata().getName())
                .toList();
        assertEquals(names.stream().distinct().toList(), names);
        for (HasMetadata object : overlay.objects()) {
            assertTrue(
                    object.getMetadata().getName().matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?"),
                    object.getMetadata().getName());
        }
    }

    /** All in the one namespace that the overlay makes. */
    @ParameterizedTest
    @MethodSource("io.anju.k8s.Overlay#all")
    void everythingStandsInTheOverlaysNamespace(Overlay overlay) {
        assertEquals(
                1,
                overlay.objects().stream()
                        .map(object -> object.getKind().equals("Namespace")
                                ? object.getMetadata().getName()
                                : object.getMetadata().getNamespace())
                        .collect(Collectors.toSet())
                        .size());
    }

    @Test
    void aMisspeltFieldIsFoundAtAnyDepth() {
        HasMetadata misspelt = Serialization.unmarshal("""
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: a
                spec:
                  replica: 1
                  template:
                    spec:
                      containers:
                        - name: b
                          readinessProb:
                            httpGet: {path: /}
                          securityContext:
                            readOnlyRootFileSystem: true
                """);
        assertEquals(
                List.of(
                        "Deployment.spec.replica",
                        "Deployment.spec.template.spec.containers[0].readinessProb",
                        "Deployment.spec.template.spec.containers[0].securityContext.readOnlyRootFileSystem"),
                UnknownFields.in(misspelt).stream().sorted().toList());
    }
}
