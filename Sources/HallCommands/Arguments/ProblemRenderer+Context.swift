import HallModel
import HallStore
import HallSyntax
import HallWords

extension ProblemRenderer {
  /// Shows problems where the answer goes.
  init(
    documents: [Document], language: Language, context: CommandContext, within folder: String? = nil
  ) {
    self.init(
      documents: documents, language: language, style: context.style,
      columns: context.fittingWidth, within: folder)
  }
}

extension LoadedHall {
  /// - Parameters:
  ///   - others: files that problems are shown in and that are no part of the hall's record.
  ///   - folder: the hall's, where several are asked about.
  func renderer(
    _ language: Language, _ context: CommandContext, also others: [Document] = [],
    within folder: String? = nil
  ) -> ProblemRenderer {
    ProblemRenderer(
      documents: shownDocuments + others, language: language, context: context, within: folder)
  }
}
