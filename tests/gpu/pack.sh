#!/usr/bin/env bash
# Packs the command line, the device tests and the benchmarks with a stripped .NET runtime for a GPU machine that has no .NET SDK.
# Usage: tests/gpu/pack.sh [FILE]   (default: artifacts/theorylab-gpu.tar.xz); there: tar xf FILE && theorylab-gpu/run.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
file=${1:-artifacts/theorylab-gpu.tar.xz}
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
pack=$stage/theorylab-gpu
mkdir -p "$pack/dotnet" "$pack/lib" "$(dirname "$file")"

# xUnit insists on a host of its own for tests; none of the three is needed where dotnet starts the libraries.
for project in src/TheoryLab.Cli tests/TheoryLab.Cuda.Tests tests/TheoryLab.Benchmarks; do
  dotnet publish "$project" -c Release -o "$pack/$(basename "$project")" -p:DebugType=none --nologo -v quiet
  rm -f "$pack/$(basename "$project")/$(basename "$project")"
done

find "$pack" -name "*.xml" -delete

# The host, the resolver and the base framework; debugging, tracing and Visual Basic stay behind.
root=$(dirname "$(readlink -f "$(command -v dotnet)")")
version=$(find "$root/shared/Microsoft.NETCore.App" -mindepth 1 -maxdepth 1 -name '10.*' -printf '%f\n' | sort -V | tail -n 1)
cp "$root/dotnet" "$pack/dotnet/"
mkdir -p "$pack/dotnet/host/fxr" "$pack/dotnet/shared/Microsoft.NETCore.App"
cp -r "$root/host/fxr/$version" "$pack/dotnet/host/fxr/"
cp -r "$root/shared/Microsoft.NETCore.App/$version" "$pack/dotnet/shared/Microsoft.NETCore.App/"
(
  cd "$pack/dotnet/shared/Microsoft.NETCore.App/$version"
  rm -f libmscordaccore.so libmscordbi.so libcoreclrtraceptprovider.so createdump libclrgc*.so Microsoft.VisualBasic*.dll
)

# For machines without OpenSSL 3.
for library in libssl.so.3 libcrypto.so.3; do
  path=$(ldconfig -p | awk -v name="$library" '$1 == name { print $NF; exit }')
  if [ -n "$path" ]; then cp -L "$path" "$pack/lib/"; fi
done

cp tests/gpu/run.sh tests/gpu/peer.py "$pack/"
chmod +x "$pack/run.sh"
tar -C "$stage" -cJf "$file" theorylab-gpu
echo "$file: $(du -h "$file" | cut -f1)"
