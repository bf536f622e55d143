package io.anju.testkit.problem;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.anju.kernel.result.Refusal;
import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The stable codes that a module can answer with, read from its compiled classes.
 *
 * @param ofRefusals what {@code code()} of a {@link Refusal} of the module answers, and of each refusal of
 *     the kernel that the module passes on
 * @param ofProblems what a {@link Problem} is made of without a refusal
 * @param ofFields what a {@link FieldError} is made of that brings no words, or a record of the module with the same parts
 * @param named every word in UPPER_SNAKE that stands in these classes, for finding words that nothing can answer with
 */
record StableCodes(Set<String> ofRefusals, Set<String> ofProblems, Set<String> ofFields, Set<String> named) {

    private static final Pattern UPPER_SNAKE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    static StableCodes of(String module) {
        return of(classes(module));
    }

    static StableCodes of(JavaClasses own) {
        var codes = new StableCodes(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        var makers = fieldErrors(own);
        own.stream().map(StableCodes::parsed).forEach(type -> codes.readCalls(type, makers));
        own.stream().filter(JavaClass::isAnnotation).forEach(constraint -> codes.named.add(codeOf(constraint)));
        own.stream()
                .filter(type -> type.isAssignableTo(Refusal.class))
                .forEach(refusal -> codes.ofRefusals.addAll(codesOf(refusal)));
        var kernel = classes("io.anju.kernel")
                .that(DescribedPredicate.describe("refuse", type -> type.isAssignableTo(Refusal.class)));
        kernel.forEach(refusal -> codes.named.addAll(codesOf(refusal)));
        passedOn(own, kernel).forEach(refusal -> codes.ofRefusals.addAll(codesOf(refusal)));
        return codes;
    }

    Set<String> all() {
        var all = new TreeSet<>(ofRefusals);
        all.addAll(ofProblems);
        all.addAll(ofFields);
        return all;
    }

    private static JavaClasses classes(String... packages) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(packages);
    }

    /**
     * The refusals of the kernel whose code the module answers with: a refusal of its own, a problem or a field's error asks for
     * it. It is all that the type asked declares; a family of its own that extends it comes from other calls.
     */
    private static List<JavaClass> passedOn(JavaClasses own, JavaClasses kernel) {
        var asked = own.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(StableCodes::answers)
                .flatMap(method -> method.getMethodCallsFromSelf().stream())
                .filter(call -> call.getName().equals("code"))
                .map(call -> call.getTargetOwner().getName())
                .collect(Collectors.toSet());
        return kernel.stream()
                .filter(type -> asked.contains(type.getName())
                        || type.getEnclosingClass()
                                .filter(outer -> asked.contains(outer.getName()))
                                .isPresent())
                .toList();
    }

    private static boolean answers(JavaMethod method) {
        return method.getName().equals("code")
                || method.getMethodCallsFromSelf().stream()
                        .map(call -> call.getTargetOwner())
                        .anyMatch(
                                owner -> owner.isEquivalentTo(Problem.class) || owner.isEquivalentTo(FieldError.class));
    }

    /** By their internal names: {@link FieldError}, and the records that have its first two parts. */
    private static Set<String> fieldErrors(JavaClasses own) {
        var makers = own.stream()
                .filter(type -> type.isAssignableTo(Record.class))
                .filter(type -> type.tryGetField("field").isPresent()
                        && type.tryGetField("code").isPresent())
                .map(type -> type.getName().replace('.', '/'))
                .collect(Collectors.toSet());
        makers.add(FieldError.class.getName().replace('.', '/'));
        return makers;
    }

    /** A field's code by the name of the constraint that it broke, as service-kit makes it; the constraint brings its words. */
    private static String codeOf(JavaClass constraint) {
        return constraint.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** What {@code code()} of a refusal answers; nothing where it passes another's on. */
    private static Set<String> codesOf(JavaClass refusal) {
        return parsed(refusal).methods().stream()
                .filter(method -> method.methodName().equalsString("code")
                        && method.methodType().equalsString("()Ljava/lang/String;"))
                .map(StableCodes::constants)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private void readCalls(ClassModel type, Set<String> fieldErrors) {
        for (var method : type.methods()) {
            named.addAll(constants(method));
            readCalls(method, fieldErrors);
        }
        type.fields().forEach(field -> named.add(field.fieldName().stringValue()));
    }

    /** The words that were loaded for a call stand before it; those of an earlier call are that one's. */
    private void readCalls(MethodModel method, Set<String> fieldErrors) {
        var loaded = new ArrayList<String>();
        method.code()
                .ifPresent(code -> code.forEach(element -> {
                    switch (element) {
                        case ConstantInstruction constant -> addCode(constant, loaded);
                        case InvokeInstruction call
                        when isMade(call, Problem.class.getName(), "(ILjava/lang/String;") -> take(loaded, ofProblems);
                        case InvokeInstruction call
                        when fieldErrors.contains(call.owner().asInternalName())
                                && isMade(
                                        call,
                                        call.owner().asInternalName(),
                                        "(Ljava/lang/String;Ljava/lang/String;)") -> take(loaded, ofFields);
                        default -> {}
                    }
                }));
    }

    private static boolean isMade(InvokeInstruction call, String type, String parameters) {
        return call.owner().asInternalName().equals(type.replace('.', '/'))
                && (call.name().equalsString("of") || call.name().equalsString("<init>"))
                && call.type().stringValue().startsWith(parameters);
    }

    private static void take(List<String> loaded, Set<String> codes) {
        codes.addAll(loaded);
        loaded.clear();
    }

    private static Set<String> constants(MethodModel method) {
        var found = new TreeSet<String>();
        method.code()
                .ifPresent(code -> code.forEach(element -> {
                    if (element instanceof ConstantInstruction constant) {
                        addCode(constant, found);
                    }
                }));
        return found;
    }

    private static void addCode(ConstantInstruction constant, Collection<String> codes) {
        if (constant.constantValue() instanceof String text
                && UPPER_SNAKE.matcher(text).matches()) {
            codes.add(text);
        }
    }

    private static ClassModel parsed(JavaClass type) {
        try (var in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return ClassFile.of().parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
