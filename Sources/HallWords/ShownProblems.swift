import HallModel
import HallSyntax

/// Problems that keep something from being done, with the texts they stand in.
package struct ShownProblems: Sendable {
  /// Where they stand beside the message of the refusal.
  package enum Place: Sendable { case above, below }

  package let problems: [Problem]
  package let documents: [Document]
  package let place: Place

  package init(_ problems: [Problem], in documents: [Document], _ place: Place) {
    (self.problems, self.documents, self.place) = (problems, documents, place)
  }
}
