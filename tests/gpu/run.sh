#!/usr/bin/env bash
# Runs the device tests and the benchmarks where this was unpacked; results go to the folder given, or to ./results.
# CUDA's libraries are looked for in THEORYLAB_CUDA_PATH, in pip's nvidia packages, and where the loader looks.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=${1:-results}
mkdir -p "$out"
export DOTNET_ROOT=$here/dotnet DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_TieredPGO=0 DOTNET_CLI_TELEMETRY_OPTOUT=1

# pip keeps each library in a folder of its own (CUDA 12) or all of them in one (CUDA 13); one folder of links serves both.
if [ -z "${THEORYLAB_CUDA_PATH:-}" ] && command -v python3 >/dev/null; then
  found=$(python3 - <<'PY'
import glob, site, sys
roots = site.getsitepackages() + [site.getusersitepackages()] + sys.path
print("\n".join(sorted({f for r in roots if r for f in glob.glob(r + "/nvidia/*/lib/*.so*")})))
PY
)
  if [ -n "$found" ]; then
    mkdir -p "$here/cuda"
    while read -r library; do ln -sf "$library" "$here/cuda/"; done <<<"$found"
    export THEORYLAB_CUDA_PATH=$here/cuda
  fi
fi

export LD_LIBRARY_PATH=${THEORYLAB_CUDA_PATH:+$THEORYLAB_CUDA_PATH:}${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$here/lib
dotnet=$here/dotnet/dotnet
status=0
nvidia-smi --query-gpu=name,driver_version,memory.total,clocks.max.sm,power.limit --format=csv 2>&1 | tee "$out/device.txt"
"$dotnet" "$here/TheoryLab.Cli/TheoryLab.Cli.dll" doctor 2>&1 | tee "$out/doctor.txt" || status=1
"$dotnet" "$here/TheoryLab.Cuda.Tests/TheoryLab.Cuda.Tests.dll" -trait category=gpu -noColor 2>&1 | tee "$out/tests.txt" || status=1
"$dotnet" "$here/TheoryLab.Benchmarks/TheoryLab.Benchmarks.dll" cuda-cost "$out/cuda-cost.md" 2>&1 | tee "$out/benchmarks.txt" || status=1
if [ -f "$out/cuda-cost.md" ]; then
  driver=$(nvidia-smi --query-gpu=driver_version --format=csv,noheader | head -n 1)
  printf '\nDriver %s, measured on %s.\n' "$driver" "$(date -u +%F)" >>"$out/cuda-cost.md"
  python3 "$here/peer.py" >>"$out/cuda-cost.md" 2>"$out/peer.txt" || echo "no comparison with PyTorch: see $out/peer.txt"
fi

exit "$status"
