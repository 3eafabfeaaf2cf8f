import HallHistory
import HallSyntax

/// The files of `signatures/`.
extension HallFolder {
  static let signatures = "signatures"

  /// Every signature file, in the order of its name, and what could not be read.
  package func signatureFiles() -> (files: [Document], failures: [StoreFailure]) {
    let names: [String]
    do throws(StoreFailure.Reason) { names = try list(HallFolder.signatures) } catch {
      if error == .notFound { return ([], []) }
      return ([], [StoreFailure(path: HallFolder.signatures, reason: error)])
    }
    var files: [Document] = []
    var failures: [StoreFailure] = []
    for name in names where name.hasSuffix(".md") {
      do throws(StoreFailure) {
        files.append(try read(HallFolder.signatures + "/" + name, kind: .other))
      } catch {
        failures.append(error)
      }
    }
    return (files, failures)
  }

  /// The file that says who signs with which key; nil if there is none.
  package func allowedSigners() throws(StoreFailure) -> [UInt8]? {
    do throws(StoreFailure) {
      return try read(AllowedSigners.path, kind: .other).bytes
    } catch {
      if error.reason == .notFound { return nil }
      throw error
    }
  }
}
