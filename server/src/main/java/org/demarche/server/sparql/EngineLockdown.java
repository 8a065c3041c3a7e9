package org.demarche.server.sparql;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryException;
import org.apache.jena.riot.system.streammgr.StreamManager;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;
import org.demarche.search.TextProperty;
import org.demarche.server.federation.Federation;
import org.demarche.server.federation.ServiceEnd;
import org.demarche.server.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Closes what a query or update could reach outside its dataset: other servers, files, classes. The
 * settings are made in the context of the dataset, as only that one holds for queries and updates
 * alike; what opens files and documents exists for the whole process too.
 */
final class EngineLockdown {
  /**
   * The functions that W3C documents name: casts to the types of XML Schema, and XPath's functions.
   * What Jena adds is left out, as it can wait ({@code afn:wait}), print, and tell of the process.
   */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "http://www.w3.org/2001/XMLSchema#",
          "http://www.w3.org/2005/xpath-functions#",
          "http://www.w3.org/2005/xpath-functions/math#");

  /** Match regular expressions without an end; {@code REGEX} and {@code REPLACE} are guarded. */
  private static final Set<String> UNGUARDED =
      Set.of(
          "http://www.w3.org/2005/xpath-functions#matches",
          "http://www.w3.org/2005/xpath-functions#replace");

  /** Members of lists, which a property path can't give in order. */
  private static final Set<String> LISTS =
      Set.of(
          "http://jena.apache.org/ARQ/list#member",
          "http://jena.apache.org/ARQ/list#index",
          "http://jena.apache.org/ARQ/list#length");

  private EngineLockdown() {}

  /** Locks a dataset, by its context, and the process as far as it has to. May be repeated. */
  static void apply(Context dataset, Duration queryTimeout, Federation federation) {
    lockProcess();
    dataset.set(ARQ.queryTimeout, Long.toString(queryTimeout.toMillis()));
    dataset.set(ARQConstants.sysOptimizerFactory, GuardedRegexes.rewriting());
    QC.setFactory(dataset, GuardedPaths::new);
    // None of Jena's own executors: SERVICE reaches nobody but those allowed, whatever
    // ServiceClauses might overlook.
    ServiceExecutorRegistry.set(dataset, federation.registry());
    FunctionRegistry.set(dataset, functions());
    PropertyFunctionRegistry.set(dataset, properties());
    StreamManager.set(dataset, new StreamManager());
  }

  /** The IRIs of the functions that queries may call, sorted. */
  static List<String> functionNames() {
    return Iter.toList(functions().keys()).stream().sorted().toList();
  }

  /** The IRIs of the properties that are computed, sorted. */
  static List<String> propertyNames() {
    return Stream.concat(LISTS.stream(), Stream.of(TextProperty.IRI)).sorted().toList();
  }

  private static void lockProcess() {
    // A stream manager without locators opens nothing.
    StreamManager.setGlobal(new StreamManager());
    Fuseki.webStreamManager.clearLocators();
  }

  private static FunctionRegistry functions() {
    FunctionRegistry standard = FunctionRegistry.standardRegistry();
    FunctionRegistry named = new NamedFunctions();
    standard
        .keys()
        .forEachRemaining(
            iri -> {
              if (FUNCTIONS.contains(namespace(iri)) && !UNGUARDED.contains(iri)) {
                named.put(iri, standard.getFunctionFactory(iri));
              }
            });
    return named;
  }

  private static PropertyFunctionRegistry properties() {
    PropertyFunctionRegistry standard = PropertyFunctionRegistry.standardRegistry();
    PropertyFunctionRegistry named = new NamedProperties();
    LISTS.forEach(iri -> named.put(iri, standard.get(iri)));
    named.put(TextProperty.IRI, TextProperty.factory(EngineLockdown::refused));
    return named;
  }

  /** Ends the query also where the engine would take an exception for "false". */
  private static ServiceEnd refused(QueryException unreadable) {
    return new ServiceEnd(new ProblemException(400, String.valueOf(unreadable.getMessage())));
  }

  private static String namespace(String iri) {
    return iri.substring(0, iri.indexOf('#') + 1);
  }

  /**
   * Knows the functions it was given, where Jena's own would load {@code <java:any.class.Name>}.
   */
  private static final class NamedFunctions extends FunctionRegistry {
    @Override
    public @Nullable FunctionFactory getFunctionFactory(String iri) {
      return isRegistered(iri) ? super.getFunctionFactory(iri) : null;
    }
  }

  /** Knows the properties it was given, where Jena's own would load a class for others. */
  private static final class NamedProperties extends PropertyFunctionRegistry {
    @Override
    public boolean manages(String iri) {
      return isRegistered(iri);
    }

    @Override
    public @Nullable PropertyFunctionFactory get(String iri) {
      return isRegistered(iri) ? super.get(iri) : null;
    }
  }
}
