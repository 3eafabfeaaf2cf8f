import HallModel
import HallStore
import HallSyntax
import HallWords

/// A thing, and the hall it was found in.
package struct Found: Sendable {
  package let loaded: LoadedHall
  package let reference: Reference
}

extension Array<LoadedHall> {
  /// The one thing a text names: by its identifier, else by a part of a title that is unique.
  package func find(_ text: String) throws(Refusal) -> Found {
    try one(of: named(text), text)
  }

  /// The document a text names; for a part, the document that contains it; `hall` is `hall.md`.
  package func document(_ text: String) throws(Refusal) -> (loaded: LoadedHall, document: Document)
  {
    if IdentifierQuery.isHall(text), let loaded = first {
      return (loaded, loaded.hall.charter.document)
    }
    // Several parts of one document identify it just as well.
    var found: [Found] = []
    for entry in named(text)
    where !found.contains(where: {
      $0.loaded.folder.root == entry.loaded.folder.root
        && $0.reference.document.path == entry.reference.document.path
    }) {
      found.append(entry)
    }
    let entry = try one(of: found, text)
    return (entry.loaded, entry.reference.document)
  }

  package func named(_ text: String) -> [Found] {
    if let query = IdentifierQuery(text) {
      let found = identified(by: query)
      if !found.isEmpty { return found }
    }
    let wanted = FullWidth.name(Slice(text)).lowercased()
    guard !wanted.isEmpty else { return [] }
    return references { _ in true }.filter { $0.reference.title.lowercased().holds(wanted) }
  }

  /// Everything with an identifier.
  package func identified(by query: IdentifierQuery) -> [Found] {
    let near = references { $0.map(query.isAbout) ?? false }
    return query.named(in: near, \.reference)
  }

  /// Everything in the documents whose identifiers are meant.
  private func references(where isMeant: (DocumentID?) -> Bool) -> [Found] {
    flatMap { loaded in
      loaded.hall.references(where: isMeant).map { Found(loaded: loaded, reference: $0) }
    }
  }

  func one(of found: [Found], _ text: String) throws(Refusal) -> Found {
    guard let first = found.first else { throw missing(text) }
    guard found.count == 1 else {
      let identifiers = Set(found.map(\.reference.identifier))
      throw .severalNamed(
        text,
        found.map { entry in
          (count > 1 ? entry.loaded.name + "  " : "")
            + "\(entry.reference.identifier)  \(entry.reference.title)"
        }, identifier: identifiers.count > 1 ? first.reference.identifier : nil)
    }
    return first
  }
}
