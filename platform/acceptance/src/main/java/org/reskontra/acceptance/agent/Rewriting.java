package org.reskontra.acceptance.agent;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.reflect.AccessFlag;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Set;

/**
 * Puts {@link Hooks} around methods of the service kit: the method goes on under another name, and one that calls the
 * hooks takes its place. A method that is not there ends the process, so that the harness notices.
 */
final class Rewriting implements ClassFileTransformer {

    static final String KEPT = "$kept";

    private static final String KIT = "org/reskontra/kit/";
    private static final int BROKEN = 3;
    private static final ClassDesc HOOKS = ClassDesc.of(Hooks.class.getName());
    private static final ClassDesc OBJECTS = ConstantDescs.CD_Object.arrayType();
    private static final MethodTypeDesc AROUND = MethodTypeDesc.of(
            ConstantDescs.CD_Object, ConstantDescs.CD_Class, ConstantDescs.CD_String, ConstantDescs.CD_Object, OBJECTS);

    @Override
    public byte[] transform(
            Module module, ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] bytes) {
        if (name == null || !name.startsWith(KIT)) {
            return null;
        }
        var methods = Hooks.methodsOf(name.substring(name.lastIndexOf('/') + 1));
        return methods.isEmpty() ? null : orEnd(loader, name, methods, bytes);
    }

    /** The JVM would go on with the original after an exception. */
    @SuppressWarnings("CatchAndPrintStackTrace")
    private static byte[] orEnd(ClassLoader loader, String name, Set<String> methods, byte[] bytes) {
        try {
            return rewrite(classFile(loader), name, methods, bytes);
        } catch (RuntimeException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(BROKEN);
            throw e;
        }
    }

    private static ClassFile classFile(ClassLoader loader) {
        var hierarchy = ClassHierarchyResolver.defaultResolver();
        return ClassFile.of(ClassHierarchyResolverOption.of(
                loader == null ? hierarchy : hierarchy.orElse(ClassHierarchyResolver.ofResourceParsing(loader))));
    }

    private static byte[] rewrite(ClassFile file, String name, Set<String> methods, byte[] bytes) {
        var model = file.parse(bytes);
        var owner = model.thisClass().asSymbol();
        var found = new HashSet<String>();
        var rewritten = file.transformClass(model, (builder, element) -> {
            if (element instanceof MethodModel method
                    && methods.contains(method.methodName().stringValue())
                    && isWanted(method)) {
                found.add(method.methodName().stringValue());
                replace(builder, owner, method);
            } else {
                builder.with((ClassElement) element);
            }
        });
        if (!found.equals(methods)) {
            throw new IllegalStateException(name + " has " + found + " of the methods " + methods);
        }
        return rewritten;
    }

    /** Of methods with one name the one that does the work: not one made by the compiler. */
    private static boolean isWanted(MethodModel method) {
        return !method.flags().has(AccessFlag.SYNTHETIC) && method.code().isPresent();
    }

    private static void replace(ClassBuilder builder, ClassDesc owner, MethodModel method) {
        var name = method.methodName().stringValue();
        var type = method.methodTypeSymbol();
        builder.withMethod(name + KEPT, type, method.flags().flagsMask(), kept -> method.forEach(kept::with));
        builder.withMethodBody(
                name, type, method.flags().flagsMask(), code -> callHooks(code, owner, name, type, isStatic(method)));
    }

    private static boolean isStatic(MethodModel method) {
        return method.flags().has(AccessFlag.STATIC);
    }

    private static void callHooks(
            CodeBuilder code, ClassDesc owner, String name, MethodTypeDesc type, boolean isStatic) {
        code.loadConstant(owner).loadConstant(name);
        if (isStatic) {
            code.aconst_null();
        } else {
            code.aload(0);
        }
        code.loadConstant(type.parameterCount()).anewarray(ConstantDescs.CD_Object);
        for (int i = 0; i < type.parameterCount(); i++) {
            if (type.parameterType(i).isPrimitive()) {
                throw new IllegalStateException(name + " takes a primitive value");
            }
            code.dup().loadConstant(i).aload(code.parameterSlot(i)).aastore();
        }
        code.invokestatic(HOOKS, "around", AROUND);
        if (type.returnType().equals(ConstantDescs.CD_void)) {
            code.pop().return_();
        } else {
            code.checkcast(type.returnType()).areturn();
        }
    }
}
