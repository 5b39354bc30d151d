package dev.selfsame.engine.testing;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Java text compiled against the class path of the tests, for rules about code that must not exist.
 */
public final class CompiledSources {

    private static final Pattern TYPE =
            Pattern.compile("\\b(?:class|interface|record|enum)\\s+(\\w+)");

    private CompiledSources() {}

    /**
     * Compiles into the folder. A text without a type declaration is a {@code package-info}.
     *
     * @throws IllegalArgumentException with the compiler's messages if a text is no valid Java
     */
    public static void compileInto(Path folder, List<String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of(
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        "-cp",
                        System.getProperty("java.class.path"));
        Stream<JavaFileObject> files = sources.stream().map(Source::new);
        boolean compiled =
                compiler.getTask(messages, null, null, options, null, files.toList()).call();
        if (!compiled) {
            throw new IllegalArgumentException(messages.toString());
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("memory:///" + name(text) + ".java"), Kind.SOURCE);
            this.text = text;
        }

        private static String name(String text) {
            Matcher type = TYPE.matcher(text);
            return type.find() ? type.group(1) : "package-info";
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
