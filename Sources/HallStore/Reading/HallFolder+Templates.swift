import HallSyntax

/// The hall's own agenda templates.
extension HallFolder {
  private static let templates = "agendas/templates"

  /// The names of the hall's own templates, in order: of `agendas/templates/例会.md`, 例会.
  package func templateNames() throws(StoreFailure) -> [String] {
    do throws(StoreFailure.Reason) {
      return try RecordFolder(HallFolder.templates, of: self, isListed: true).names()
        .filter { $0.hasSuffix(".md") && $0.count > 3 }.map { String($0.dropLast(3)) }
    } catch {
      if error == .notFound { return [] }
      throw StoreFailure(path: HallFolder.templates, reason: error)
    }
  }

  /// The hall's own text of a form, of `agendas/forms/`; nil if it has none.
  package func form(_ name: String) throws(StoreFailure) -> Document? {
    do throws(StoreFailure) {
      return try read("agendas/forms/" + name + ".md", kind: .other)
    } catch {
      if error.reason == .notFound { return nil }
      throw error
    }
  }

  /// One of the hall's own templates, by a listed name.
  package func template(_ name: String) throws(StoreFailure) -> Document {
    try read(HallFolder.templates + "/" + name + ".md", kind: .meeting)
  }
}
