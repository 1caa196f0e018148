package org.cairncache.containers.plain;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.TreeSet;
import javax.cache.CacheManager;

/** Answers what the method gave, and the caches that the server's manager has. */
@WebServlet("")
public class NumbersServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Inject private transient Numbers numbers;
  @Inject private transient CacheManager manager;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int number = numbers.next("a");
    TreeSet<String> caches = new TreeSet<>();
    manager.getCacheNames().forEach(caches::add);
    response.getWriter().print(number + " " + caches);
  }
}
