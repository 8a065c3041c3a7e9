package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.demarche.graph.DefaultGraph;
import org.demarche.graph.KnowledgeGraph;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a person sees on the terminal while nothing is wrong. */
class QuietLogTest {

  @Test
  void loading_what_comes_with_demarche_warns_of_nothing() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    heard.start();
    root.addAppender(heard);
    try (KnowledgeGraph graph = KnowledgeGraph.inMemory(DefaultGraph.UNION)) {
      DataFolder.loadBundled(graph);
    } finally {
      root.detachAppender(heard);
    }

    assertThat(heard.list).extracting(ILoggingEvent::getFormattedMessage).isEmpty();
  }
}
