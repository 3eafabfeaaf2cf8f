import HallModel
import HallStore
import HallSyntax

/// How what is shown is laid out: whether with colours, and how wide lines may be.
package struct Layout: Sendable {
  package let style: Style
  /// The width to fit lines into; nil where they do not go to a terminal.
  package let columns: Int?

  package init(_ style: Style, columns: Int?) { (self.style, self.columns) = (style, columns) }
}

extension ProblemRenderer {
  package init(
    documents: [Document], language: Language, layout: Layout, within folder: String? = nil
  ) {
    self.init(
      documents: documents, language: language, style: layout.style, columns: layout.columns,
      within: folder)
  }
}

extension LoadedHall {
  /// - Parameters:
  ///   - others: files that problems are shown in and that are no part of the hall's record.
  ///   - folder: the hall's, where several are asked about.
  package func renderer(
    _ language: Language, _ layout: Layout, also others: [Document] = [],
    within folder: String? = nil
  ) -> ProblemRenderer {
    ProblemRenderer(
      documents: shownDocuments + others, language: language, layout: layout, within: folder)
  }
}
