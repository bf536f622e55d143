#!/bin/sh
# Puts the development keys that ./anju up made into the namespace anju-dev. Usage: secrets.sh [ANJU_HOME]
# Run it before kubectl apply -k; run again it replaces what is there.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P)
keys=${1:-${ANJU_HOME:-$root/.anju}}/data/secrets
namespace=anju-dev
if [ ! -f "$keys/registry-callback.secret" ]; then
  echo "secrets.sh: no development keys in $keys; run this version's ./anju up once" >&2
  exit 1
fi

put() { # KIND NAME FILE...
  kind=$1
  name=$2
  shift 2
  kubectl -n "$namespace" create $kind "$name" --dry-run=client -o yaml "$@" | kubectl apply -f -
}

service() { # NAME FILE...
  name=$1
  shift
  put 'secret generic' "$name" --from-literal=database-password="$(cat "$keys/$name/database.password")" \
    --from-file=client.key.pem="$keys/$name/client.key.pem" --from-file=keyset.json="$keys/$name/keyset.json" "$@"
  put 'secret generic' "${name%-service}-migration" \
    --from-literal=database-password="$(cat "$keys/$name/database-owner.password")"
}

kubectl create namespace "$namespace" --dry-run=client -o yaml | kubectl apply -f -
service identity-service --from-file=master-key="$keys/identity.master-key" --from-file=demo-staff.json="$keys/demo-staff.json"
service loan-service
service contract-service --from-file=seal.p12="$keys/seal.p12" --from-file=seal-password="$keys/seal.password" \
  --from-file=registry-callback-secret="$keys/registry-callback.secret"
service repayment-service --from-file=callback-secret="$keys/callback.secret" \
  --from-file=wallet-callback-secret="$keys/wallet-callback.secret"
service care-service
put 'secret generic' sandbox --from-file=callback-secret="$keys/callback.secret" \
  --from-file=wallet-callback-secret="$keys/wallet-callback.secret" \
  --from-file=registry-callback-secret="$keys/registry-callback.secret"
put 'secret generic' postgres --from-file=postgres="$keys/postgres.password" \
  --from-file=identity="$keys/identity-service/database.password" --from-file=loan="$keys/loan-service/database.password" \
  --from-file=contract="$keys/contract-service/database.password" --from-file=repayment="$keys/repayment-service/database.password" \
  --from-file=care="$keys/care-service/database.password" \
  --from-file=identity_owner="$keys/identity-service/database-owner.password" \
  --from-file=loan_owner="$keys/loan-service/database-owner.password" \
  --from-file=contract_owner="$keys/contract-service/database-owner.password" \
  --from-file=repayment_owner="$keys/repayment-service/database-owner.password" \
  --from-file=care_owner="$keys/care-service/database-owner.password"
put configmap client-keys --from-file="$keys/clients"
