import HallSyntax
import Synchronization

/// The documents of a hall as they were when the first question of an act was asked.
final class AskedTexts: Sendable {
  private let texts = Mutex<[String: [UInt8]]>([:])

  func keep(_ documents: [Document]) {
    texts.withLock { texts in
      guard texts.isEmpty else { return }
      for document in documents { texts[document.path] = document.bytes }
    }
  }

  func forget() { texts.withLock { $0 = [:] } }

  /// Whether a document has changed since the question.
  func differ(from bytes: [UInt8], at path: String) -> Bool {
    texts.withLock { texts in texts[path].map { $0 != bytes } ?? false }
  }
}
